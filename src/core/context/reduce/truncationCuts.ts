import type { TokenCounter } from '../../tokens/tokenCounter.ts';

/** Where a text may be cut from one side, the nearest to that side first. Offsets are UTF-16 units. */
export type TruncationCuts = {
  /** Between lines. */
  lines: number[];
  /** Whether the line that follows a cut, going inwards, can never fit whole. */
  isOverlong: (cut: number) => boolean;
  /** Between characters of the line that follows a cut. */
  charsFrom: (cut: number) => number[];
};

/** Tokens counted from a cut differ by a few from tokens counted across it. */
const SLACK = 16;
/** First guess for the units that hold a number of tokens; doubled until they do. */
const UNITS_PER_TOKEN = 8;
/** A character as people see it (a family of emoji, a letter with marks) is shorter than this, in UTF-16 units. */
const LONGEST_CHARACTER = 64;

/** Cuts that keep the start, as far as `room` tokens can reach. */
export function startCuts(counter: TokenCounter, text: string, room: number): TruncationCuts {
  const tokenEnds = counter.encodeOffsets(text, room + SLACK);
  const limit = tokenEnds.at(-1) ?? 0;
  const lines = lineStarts(text, 0, limit);
  return {
    lines,
    isOverlong: (cut) => counter.countTokens(text, cut, lineEnd(text, cut)) > room,
    charsFrom: (cut) =>
      onCharacters(
        text,
        Array.from(tokenEnds).filter((end) => end > cut && end < text.length),
      ),
  };
}

/** Cuts that keep the end. */
export function endCuts(counter: TokenCounter, text: string, room: number): TruncationCuts {
  const windowStart = findWindow(counter, text, room + SLACK);
  const ends = counter.encodeOffsets(text.slice(windowStart));
  const starts = Array.from(
    ends.subarray(Math.max(0, ends.length - room - SLACK), -1),
    (end) => end + windowStart,
  );
  const limit = starts[0] ?? windowStart;
  const lines = lineStarts(text, limit, text.length).reverse();
  return {
    lines,
    isOverlong: (cut) => counter.countTokens(text, lineStartBefore(text, cut, limit), cut) > room,
    charsFrom: (cut) =>
      onCharacters(
        text,
        starts.filter((start) => start < cut),
      ).reverse(),
  };
}

/** The start of a part at the end of the text that holds at least `tokens` tokens. */
function findWindow(counter: TokenCounter, text: string, tokens: number): number {
  for (let units = tokens * UNITS_PER_TOKEN; units < text.length; units *= 2) {
    const start = characterStart(text, text.length - units);
    if (counter.countTokens(text, start) >= tokens) return start;
  }
  return 0;
}

/** Starts of lines in (from, to), and `to` itself where a line ends there. */
function lineStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  const end = /\r\n|\n|\r/g;
  end.lastIndex = from;
  for (let match = end.exec(text); match !== null && end.lastIndex <= to; match = end.exec(text)) {
    if (end.lastIndex < text.length) starts.push(end.lastIndex);
  }
  return starts;
}

/** Behind the line that starts at `start`, with its line end. */
function lineEnd(text: string, start: number): number {
  const end = /\r\n|\n|\r/g;
  end.lastIndex = start;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

/** The start of the line that ends at `end`, or `limit` where that is nearer. */
function lineStartBefore(text: string, end: number, limit: number): number {
  let at = end - 1;
  if (text[at] === '\n' && text[at - 1] === '\r') at--;
  while (at > limit && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return Math.max(limit, at);
}

/** The cuts, each moved to the start of the character that it would split; none twice. */
function onCharacters(text: string, cuts: readonly number[]): number[] {
  return [...new Set(cuts.map((cut) => characterStart(text, cut)))];
}

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
const PLAIN = /^[\x20-\x7e]{2}$/;

function characterStart(text: string, cut: number): number {
  if (PLAIN.test(text.slice(cut - 1, cut + 1))) return cut;
  const from = Math.max(0, cut - LONGEST_CHARACTER);
  const around = CHARACTERS.segment(text.slice(from, cut + LONGEST_CHARACTER)).containing(cut - from);
  return from + (around?.index ?? cut - from);
}
