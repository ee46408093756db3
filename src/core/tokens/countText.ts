import { measureContentMix } from './contentMix.ts';
import type { TextCount } from './tokenCount.ts';
import type { TokenCounter } from './tokenCounter.ts';

/** The count of a whole text, with what it consists of. */
export function countText(counter: TokenCounter, text: string): TextCount {
  return { tokens: counter.countTokens(text), mix: measureContentMix(text) };
}
