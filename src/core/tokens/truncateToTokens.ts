import type { TokenCounter } from './tokenCounter.ts';

/**
 * The start of `text` that counts at most `maxTokens`, cut where a token ends and no character is split. It counts exactly
 * `maxTokens`, unless the text is shorter, the cut would fall inside a character (an emoji of three tokens goes as a whole),
 * or the start, counted alone, splits otherwise and needs one token more.
 */
export function truncateToTokens(counter: TokenCounter, text: string, maxTokens: number): string {
  const offsets = counter.encodeOffsets(text, maxTokens + 1);
  if (offsets.length <= maxTokens) return text;
  for (let tokens = maxTokens; tokens > 0; tokens--) {
    const end = offsets[tokens - 1]!;
    if (counter.countTokens(text, 0, end) <= maxTokens) return text.slice(0, end);
  }
  return '';
}
