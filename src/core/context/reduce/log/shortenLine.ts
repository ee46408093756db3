import { formatInteger } from '../../../format.ts';
import { lineReferences, type Reference } from './lineReferences.ts';

/** Lines up to this length, in UTF-16 units, stay whole. */
const LONGEST_LINE = 2_000;
const HEAD = 1_200;
const TAIL = 300;

export type ShortLine = { text: string; references: readonly Reference[]; wasShortened: boolean };

/** A very long line keeps its start, its end and every place that it names. */
export function shortenLine(line: string): ShortLine {
  const references = distinct(lineReferences(line));
  if (line.length <= LONGEST_LINE) return { text: line, references, wasShortened: false };
  const head = line.slice(0, beforePair(line, HEAD));
  const tail = line.slice(beforePair(line, line.length - TAIL));
  const cut = formatInteger(line.length - head.length - tail.length);
  const shown = new Set([...lineReferences(head), ...lineReferences(tail)].map(({ key }) => key));
  const hidden = references.filter(({ key }) => !shown.has(key)).map(({ text }) => text);
  const places = hidden.length === 0 ? '' : ` with ${hidden.join(', ')};`;
  const text = `${head} … ${cut} characters left out …${places} ${tail}`;
  return { text, references: distinct(lineReferences(text)), wasShortened: true };
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  if (references.length < 2) return references;
  return [...new Map(references.map((reference) => [reference.key, reference])).values()];
}

/** The offset, or the one before it where it would split a character. */
function beforePair(line: string, offset: number): number {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit < 0xe000 ? offset - 1 : offset;
}
