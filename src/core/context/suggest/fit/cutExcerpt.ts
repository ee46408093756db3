import type { LineRange } from '../../scopeItem.ts';
import { splitWords } from '../facts/splitWords.ts';

/** `hasWords`: a word that was looked for is what it was cut around. */
export type Excerpt = { text: string; lines: LineRange; hasWords: boolean };

/**
 * The lines of a text that say most about the words, as one run of whole lines of at most `maxTokens` tokens; its start where no line has any.
 * `undefined` when not even one line fits.
 */
export function cutExcerpt(
  text: string,
  words: ReadonlySet<string>,
  maxTokens: number,
  countTokens: (text: string) => number,
): Excerpt | undefined {
  const lines = text.split(/(?<=\n)/).slice(0, MOST_LINES);
  const found = findCentre(lines, words);
  const centre = found ?? 0;
  let best: Excerpt | undefined;
  let [low, high] = [0, lines.length];
  while (low <= high) {
    const size = (low + high) >> 1;
    const start = Math.max(0, Math.min(centre - Math.floor(size / 3), lines.length - size));
    const part = lines.slice(start, start + size);
    const range = { startLine: start + 1, endLine: start + part.length };
    const excerpt = { text: part.join(''), lines: range, hasWords: found !== undefined };
    if (size > 0 && countTokens(excerpt.text) > maxTokens) high = size - 1;
    else {
      if (size > 0) best = excerpt;
      low = size + 1;
    }
  }
  return best;
}

/** Beyond this a file is data; its start is as good as any part. */
const MOST_LINES = 20_000;
/** Lines around one are what it is read with. */
const AROUND = 12;

/** The line around which most different words stand, the first one of equals; `undefined` when there are none. */
function findCentre(lines: readonly string[], words: ReadonlySet<string>): number | undefined {
  if (words.size === 0) return undefined;
  const found = lines.map((line) => wordsIn(line, words));
  let centre: number | undefined;
  let most = 0;
  for (const [index, here] of found.entries()) {
    if (here.length === 0) continue;
    const value =
      new Set(found.slice(Math.max(0, index - AROUND), index + AROUND).flat()).size + new Set(here).size / 10;
    if (value > most) [centre, most] = [index, value];
  }
  return centre;
}

/** A stem starts its word, so a look at the letters leaves few lines to split. */
function wordsIn(line: string, words: ReadonlySet<string>): string[] {
  if (line.length > MOST_UNITS) return [];
  const lower = line.toLowerCase();
  for (const word of words) {
    if (lower.includes(word)) return splitWords(line).filter((each) => words.has(each));
  }
  return [];
}

/** A longer line is data. */
const MOST_UNITS = 2_000;
