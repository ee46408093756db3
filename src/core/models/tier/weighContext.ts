import type { FoundSign } from './foundSign.ts';
import type { ReadTask } from './readTask.ts';
import { anywhere } from './sign.ts';
import type { TaskContext } from './tierSuggestion.ts';
import { NEEDS_THOUGHT } from './weighLeads.ts';

/** What is known beside the words. `isTold`: a cause, a way or a result is named somewhere. */
export function weighContext(
  read: ReadTask,
  context: TaskContext,
  leads: readonly FoundSign[],
  isTold: boolean,
): FoundSign[] {
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
  if (leads.length === 0 && !read.hasTrace) found.push(...weighForm(read, isTold));
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

/** Where no word says what to do, the form of the task does: a question, or a statement that names no result. */
function weighForm({ clauses }: ReadTask, isTold: boolean): FoundSign[] {
  if (clauses.some(({ words }) => OPEN_QUESTION.test(words)))
    return [{ tier: 'think', weight: 2.5, reason: 'it is an open question' }];
  return !isTold && clauses.some(({ words }) => STATEMENT.test(words))
    ? [{ tier: 'think', weight: 2.5, reason: 'it tells of something, and not what to change' }]
    : [];
}

/** What is told without asking for anything is a report of something that goes wrong. */
const SYMPTOM = anywhere(
  'crash(?:es|ed|ing)?|hangs?|freez(?:es|ing)|times? out|timeouts?|broken|breaks|fails?|failing|slow(?:er|ly)?|sluggish|heavy|laggy|leaks?|lost|loses?|disappear(?:s|ed)?|vanish(?:es|ed)?|gone|missing|wrong|off by|twice|duplicated?|corrupt\\w*|stuck|errors?|' +
    "(?:doesn't|does not|isn't|is not|don't|do not|won't|didn't|no longer) (?:work|load|start|respond|arrive|appear|finish|match|add up|agree|update|any ?more)|now it (?:doesn't|does not|won't|fails)|used to (?:be|work|take)|stopped working|suddenly|supposedly|unchanged|differs?|diverges?|disagrees?|mismatch(?:es)?|" +
    'went (?:red|down|dark|up|from)|green again|(?:fell|fallen|dropped|rose|jumped|grew|went) (?:\\S+ ){0,2}(?:from|to|by)|at \\S+ instead of|eats|swallows?|starves?|grows|degrad\\w+|\\d+ ?% of|spikes?|climb(?:s|ing)|drops?|mixed up|inconsistent|every (?:second|third|other|few|\\d+(?:th)?) \\w+|third time|flips|flicker\\w*|segfaults?|but (?:the|our|in|on|not) .*(?:segfaults?|fails?|crash\\w*|breaks?)',
);

/** Of what is ours, or asked for a yes or no: no book has the answer. */
const OPEN_QUESTION =
  /(?:(?<![a-z])(?:we|our|us|my|i|this|these|it|two|first)(?![a-z])|^(?!(?:which|what|when|where|who|how)(?![a-z]))).*\?$/;

/** What begins like this tells of something: what is to be done begins with a verb. */
const STATEMENT =
  /^(?:the|a|an|our|my|your|this|that|these|those|there|it|they|we|i|some|many|most|users|customers|people|somebody|someone|something|everything|der|die|das|ein|eine|unser\p{L}*|wir|es|le|la|les|un|une|notre|nos|nous|el|los|las|nuestr\p{L}*|o|os|as|um|uma|noss\p{L}*) /u;

/** From here on a scope is more than one person keeps in mind. */
const WIDE_SCOPE_TOKENS = 100_000;
const WIDE_SCOPE_FILES = 40;
