import { splitWords } from '../facts/splitWords.ts';

/**
 * The lines of an outline that fit: those with a word of the task, then the outer ones, then the rest, each from the top; a line `…` stands where
 * others were. An outline that fits comes back as it is, `undefined` when not two lines of it do.
 */
export function shortenOutline(
  outline: string,
  words: ReadonlySet<string>,
  maxTokens: number,
  countTokens: (text: string) => number,
): string | undefined {
  if (countTokens(outline) <= maxTokens) return outline;
  const lines = outline.split('\n').filter((line) => line.trim() !== '');
  const order = lines.map((line, index) => ({ index, class: classOf(line, words) }));
  order.sort((a, b) => a.class - b.class || a.index - b.index);
  const kept = new Set<number>();
  let room = maxTokens - OMITTED_TOKENS;
  for (const { index } of order) {
    const tokens = countTokens(`${lines[index]}\n`);
    if (tokens > room) continue;
    room -= tokens;
    kept.add(index);
    if (room < OMITTED_TOKENS) break;
  }
  return kept.size < 2 ? undefined : renderKept(lines, kept);
}

const OMITTED = '…';
const OMITTED_TOKENS = 4;

function classOf(numbered: string, words: ReadonlySet<string>): number {
  const line = numbered.replace(/^\d+ /, '');
  if (IMPORT.test(line)) return 3;
  if (words.size > 0 && splitWords(line).some((word) => words.has(word))) return 0;
  return /^\S/.test(line) ? 1 : 2;
}

/** Imports say least of what a file has to offer. */
const IMPORT = /^(?:import|from|using|use|require|#include|package)\b/;

/** One mark for all that is left out: each costs tokens. */
function renderKept(lines: readonly string[], kept: ReadonlySet<number>): string {
  const shown = lines.filter((_, index) => kept.has(index));
  return `${shown.join('\n')}\n${OMITTED}\n`;
}
