import type { Advice } from './advice.ts';
import { advise } from './advise.ts';
import type { AdviceInput } from './check.ts';
import { INSTRUCTION_CHECK_IDS, PROMPT_CHECK_IDS } from './checkIds.ts';
import type { PromptKind } from './promptKind.ts';

/** What is known of a file with a prompt or with instructions, for itself. */
export type LintInput = Pick<AdviceInput, 'text' | 'gated' | 'instructions' | 'pathExists' | 'countTokens'>;

/** What to change in a file, in the order of the text; what has no place comes first. */
export function lintPrompt(kind: PromptKind, input: LintInput): Advice[] {
  const { instructions, ...rest } = input;
  const found =
    kind === 'instructions'
      ? advise(rest, INSTRUCTION_CHECK_IDS)
      : advise(input, ['secrets', 'invisibleText', ...PROMPT_CHECK_IDS, 'staleReferences']);
  return found.toSorted((a, b) => startOf(a) - startOf(b));
}

function startOf({ places }: Advice): number {
  const starts = places.flatMap((place) => (place.in === 'text' ? place.start : []));
  return starts.length === 0 ? -1 : Math.min(...starts.slice(0, 1_000));
}
