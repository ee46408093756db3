import type { TokenCounter } from './vocabulary.ts';

/** Small enough that a newer edit or a cancel is seen soon, large enough that cutting costs nothing. */
const PIECE_LENGTH = 16_384;

/**
 * Cuts a text where the count of the parts adds up to the count of the whole: an ASCII letter or digit before a line
 * feed or a blank is a token boundary in every encoding we count with, whatever surrounds it.
 */
export function* cutPieces(text: string): Generator<string> {
  const boundary = /[A-Za-z0-9](?=[ \n])/g;
  let start = 0;
  while (text.length - start > PIECE_LENGTH) {
    boundary.lastIndex = start + PIECE_LENGTH;
    if (boundary.exec(text) === null) break;
    yield text.slice(start, boundary.lastIndex);
    start = boundary.lastIndex;
  }
  yield text.slice(start);
}

/** Counts piece by piece and lets others run in between by awaiting `pause`, which may throw to give up. */
export async function countInPieces(
  text: string,
  counter: TokenCounter,
  pause: () => Promise<void>,
): Promise<number> {
  let tokens = 0;
  for (const piece of cutPieces(text)) {
    tokens += counter.countTokens(piece);
    await pause();
  }
  return tokens;
}
