import type { FoundSign } from './foundSign.ts';
import type { ReadTask } from './readTask.ts';
import { anywhere } from './sign.ts';
import type { TaskContext } from './tierSuggestion.ts';
import { NEEDS_THOUGHT } from './weighLeads.ts';

/** What is known beside the words. */
export function weighContext(read: ReadTask, context: TaskContext, leads: readonly FoundSign[]): FoundSign[] {
  const found: FoundSign[] = [];
  if (leads.length === 0 && !read.hasTrace && SYMPTOM.test(read.words)) {
    found.push({
      tier: 'think',
      weight: 2.5,
      reason: 'it tells of a fault, and nothing says what to change',
    });
  }
  if (leads.length === 0 && NEEDS_THOUGHT.test(read.words)) {
    found.push({ tier: 'think', weight: 2.5, reason: 'it is about something to be weighed or found out' });
  }
  if (leads.length === 0 && read.clauses.some(({ words }) => OPEN_QUESTION.test(words))) {
    found.push({ tier: 'think', weight: 2.5, reason: 'it is an open question' });
  }
  if (read.hasTrace) found.push({ tier: 'execute', weight: 1, reason: 'the error names its place' });
  if ((context.errorCount ?? 0) > 0) {
    found.push({ tier: 'execute', weight: 1, reason: 'the editor shows where the errors are' });
  }
  const isWide =
    (context.scopeTokens ?? 0) > WIDE_SCOPE_TOKENS || (context.fileCount ?? 0) > WIDE_SCOPE_FILES;
  if (isWide && !leads.some(({ tier }) => tier === 'none' || tier === 'bulk')) {
    found.push({ tier: 'think', weight: 0.75, reason: 'the scope is wide' });
  }
  return found;
}

/** What is told without asking for anything is a report of something that goes wrong. */
const SYMPTOM = anywhere(
  'crash(?:es|ed|ing)?|hangs?|freez(?:es|ing)|times? out|timeouts?|broken|breaks|fails?|failing|slow(?:er|ly)?|sluggish|heavy|laggy|leaks?|lost|loses?|disappear(?:s|ed)?|vanish(?:es|ed)?|gone|missing|wrong|off by|twice|duplicated?|corrupt\\w*|stuck|errors?|' +
    "(?:doesn't|does not|isn't|is not|don't|do not|won't|didn't|no longer) (?:work|load|start|respond|arrive|appear|finish|match|add up|agree|update|any ?more)|now it (?:doesn't|does not|won't|fails)|used to (?:be|work|take)|stopped working|suddenly|supposedly|unchanged|differs?|diverges?|disagrees?|mismatch(?:es)?|" +
    'went (?:red|down|dark|up|from)|green again|(?:fell|fallen|dropped|rose|jumped|grew|went) (?:\\S+ ){0,2}(?:from|to|by)|at \\S+ instead of|eats|swallows?|starves?|grows|degrad\\w+|\\d+ ?% of|spikes?|climb(?:s|ing)|drops?|mixed up|inconsistent|every (?:second|third|other|few|\\d+(?:th)?) \\w+|third time|flips|flicker\\w*|segfaults?|but (?:the|our|in|on|not) .*(?:segfaults?|fails?|crash\\w*|breaks?)',
);

/** A question about what is ours has no answer in a book. */
const OPEN_QUESTION = /(?<![a-z])(?:we|our|us|my|i|this|these|it|two)(?![a-z]).*\?$/;

/** From here on a scope is more than one person keeps in mind. */
const WIDE_SCOPE_TOKENS = 100_000;
const WIDE_SCOPE_FILES = 40;
