import { countText } from '../tokens/countText.ts';
import type { TextCount } from '../tokens/tokenCount.ts';
import type { TokenCounter } from '../tokens/tokenCounter.ts';
import { makeConcise } from './text/conciseEdits.ts';
import { readPrompt } from './text/readPrompt.ts';

/** A text without its polite and redundant words; the very text that came in where nothing is saved. */
export type ConciseText = { text: string; before: TextCount; after: TextCount };

export function countConcise(text: string, counter: TokenCounter): ConciseText {
  const before = countText(counter, text);
  const concise = makeConcise(readPrompt(text));
  const after = countText(counter, concise);
  return after.tokens < before.tokens ? { text: concise, before, after } : { text, before, after: before };
}
