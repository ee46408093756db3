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
  "crash(?:es|ed|ing)?|hangs?|freez(?:es|ing)|times? out|timeouts?|broken|breaks|fails?|failing|slow(?:er|ly)?|leaks?|lost|lose|disappears?|missing|wrong|twice|duplicated?|corrupt\\w*|stuck|errors?|doesn't work|does not work|\\d+ ?% of|spikes?|climb(?:s|ing)|drops?|mixed up|inconsistent",
);

/** From here on a scope is more than one person keeps in mind. */
const WIDE_SCOPE_TOKENS = 100_000;
const WIDE_SCOPE_FILES = 40;
