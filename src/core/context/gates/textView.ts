import { INVISIBLE_CLASS } from '../../tokens/invisibleClass.ts';

/** A text as the patterns see it, with the way back to the text it comes from; without one it is the original itself. */
export type TextView = {
  text: string;
  origin?: { parent: TextView; pieces: readonly Piece[] };
};

/**
 * From its unit `at` on, a view holds the parent's stretch from `from` to `to`: unit for unit, or another text that as a whole
 * stands for it. Pieces are few where units are many: a map of every unit took longer than all patterns.
 */
type Piece = { at: number; from: number; to: number; isCopy: boolean };

/** A stretch in UTF-16 offsets. */
export type Span = { start: number; end: number };

/** NUL: it never comes from the text, because every view leaves NULs out. */
export const BREAK = '\0';

/** Where a stretch of the view, of at least one unit, stands in the original. */
export function toOriginal(view: TextView, start: number, end: number): Span {
  return { start: originOf(view, start).start, end: originOf(view, end - 1).end };
}

function originOf({ origin }: TextView, unit: number): Span {
  if (origin === undefined) return { start: unit, end: unit + 1 };
  const { at, from, to, isCopy } = findPiece(origin.pieces, unit);
  return isCopy ? originOf(origin.parent, from + unit - at) : toOriginal(origin.parent, from, to);
}

/** The last piece that begins at or before `unit`. */
function findPiece(pieces: readonly Piece[], unit: number): Piece {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= unit) low = middle;
    else high = middle - 1;
  }
  return pieces[low] as Piece;
}

/** Everything that hides a secret from a pattern without changing what it is; NULs are what is left of UTF-16 read as bytes. */
const NOISE = new RegExp(`[\\0${INVISIBLE_CLASS}]+|[\\u00a0\\u3000\\uff01-\\uff5e]`, 'gu');

/** Most code is: no need to look closer. */
const NOT_PLAIN = /[^\t\n\r -~]/;

/**
 * The text without invisible characters and NULs, full-width ASCII and odd spaces folded, and a `BREAK` in the place of each of `holes`,
 * which must be in order and disjoint.
 */
export function createRootView(text: string, holes: readonly Span[]): TextView {
  if (holes.length === 0 && !NOT_PLAIN.test(text)) return { text };
  const builder = createViewBuilder({ text });
  let at = 0;
  let noise = findNoise(text, 0);
  for (const hole of [...holes, { start: text.length, end: text.length }]) {
    for (; noise !== undefined && noise.start < hole.start; noise = findNoise(text, at)) {
      builder.copy(at, noise.start);
      at = Math.min(noise.end, hole.start);
      if (noise.folded !== undefined) builder.put(noise.folded, noise.start, at);
    }
    builder.copy(at, hole.start);
    if (hole.end > hole.start) builder.put(BREAK, hole.start, hole.end);
    at = hole.end;
    if (noise !== undefined && noise.start < at) noise = findNoise(text, at);
  }
  return builder.isWhole() ? { text } : builder.build();
}

/** The next stretch that goes, or one character that becomes another. */
function findNoise(text: string, from: number): (Span & { folded: string | undefined }) | undefined {
  NOISE.lastIndex = from;
  const match = NOISE.exec(text);
  if (match === null) return undefined;
  return { start: match.index, end: NOISE.lastIndex, folded: foldWidth(text.charCodeAt(match.index)) };
}

function foldWidth(code: number): string | undefined {
  if (code === 0xa0 || code === 0x3000) return ' ';
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
}

/** Puts a view together out of stretches of another. */
export function createViewBuilder(parent: TextView) {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let isChanged = false;

  return { copy, put, build, isWhole };

  function copy(from: number, to: number): void {
    if (to > from) add(parent.text.slice(from, to), { at: length, from, to, isCopy: true });
  }

  /** Writes `text`, all of whose units stand for the parent's stretch from `from` to `to`. */
  function put(text: string, from: number, to: number): void {
    isChanged = true;
    if (text !== '') add(text, { at: length, from, to, isCopy: false });
  }

  function add(text: string, piece: Piece): void {
    texts.push(text);
    pieces.push(piece);
    length += text.length;
  }

  /** Nothing was left out and nothing changed. */
  function isWhole(): boolean {
    return !isChanged && length === parent.text.length;
  }

  function build(): TextView {
    return { text: texts.join(''), origin: { parent, pieces } };
  }
}
