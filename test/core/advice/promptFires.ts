import { advise } from '../../../src/core/advice/advise.ts';
import { PROMPT_CHECK_IDS, type PromptCheckId } from '../../../src/core/advice/checkIds.ts';
import type { TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';

/** The checks that fire on a prompt by itself. */
export function promptFires(text: string, counter: TokenCounter): PromptCheckId[] {
  const countTokens = (part: string) => counter.countTokens(part);
  const fired = new Set(advise({ text, countTokens }, PROMPT_CHECK_IDS).map(({ check }) => check));
  return PROMPT_CHECK_IDS.filter((id) => fired.has(id));
}
