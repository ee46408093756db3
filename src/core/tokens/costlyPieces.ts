import { INVISIBLE_CLASS } from './invisibleClass.ts';

/** A stretch of text, in UTF-16 offsets, that costs more than it looks. */
export type CostlyPiece = { start: number; end: number; tokens: number; kind: 'invisible' | 'expensive' };

const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]+`, 'gu');

/** A word of so many tokens with so few characters in each is a hash, base64 or the like: ordinary words have four. */
const EXPENSIVE_TOKENS = 10;
const EXPENSIVE_UNITS_PER_TOKEN = 2.2;

/**
 * Finds what a reader does not see and what costs out of proportion. `offsets` are the token ends of `encodeOffsets`, which may
 * stop before the text does; only what they cover is looked at.
 */
export function findCostlyPieces(text: string, offsets: Uint32Array): CostlyPiece[] {
  const covered = text.slice(0, offsets.at(-1) ?? 0);
  const pieces: CostlyPiece[] = [];
  for (const { index, 0: run } of covered.matchAll(INVISIBLE)) {
    pieces.push({
      start: index,
      end: index + run.length,
      tokens: tokensBetween(offsets, index, index + run.length),
      kind: 'invisible',
    });
  }
  for (const { index, 0: word } of covered.matchAll(/\S{10,}/g)) {
    if (word.search(INVISIBLE) !== -1) continue; // What is expensive about it is marked already.
    const tokens = tokensBetween(offsets, index, index + word.length);
    if (tokens < EXPENSIVE_TOKENS || word.length / tokens >= EXPENSIVE_UNITS_PER_TOKEN) continue;
    pieces.push({ start: index, end: index + word.length, tokens, kind: 'expensive' });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** How many tokens have their end in (start, end]: those that the stretch is made of, or ends in. */
export function tokensBetween(offsets: Uint32Array, start: number, end: number): number {
  return Math.max(firstAfter(offsets, end) - firstAfter(offsets, start), 1);
}

/** Index of the first offset greater than `value`. */
export function firstAfter(offsets: Uint32Array, value: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
