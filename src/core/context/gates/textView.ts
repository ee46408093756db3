import { INVISIBLE_CLASS } from '../../tokens/invisibleClass.ts';

/**
 * A text as the patterns see it, with the way back: unit `i` comes from `starts[i]` to `ends[i]` of the original. Without maps it is the
 * original itself. `BREAK` stands where nothing may match across.
 */
export type TextView = {
  text: string;
  starts?: Uint32Array;
  ends?: Uint32Array;
};

/** A stretch in UTF-16 offsets. */
export type Span = { start: number; end: number };

/** NUL: it never comes from the text, because every view leaves NULs out. */
export const BREAK = '\0';

/** Where a stretch of the view stands in the original. */
export function toOriginal({ starts, ends }: TextView, start: number, end: number): Span {
  if (starts === undefined || ends === undefined) return { start, end };
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
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
  const builder = createViewBuilder({ text }, text.length + holes.length);
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

export type ViewBuilder = ReturnType<typeof createViewBuilder>;

/** Puts a view together out of another; offsets given to it are of that `parent`, those it keeps are of the original. `capacity` is the most units it will hold. */
export function createViewBuilder(parent: TextView, capacity: number) {
  const starts = new Uint32Array(capacity);
  const ends = new Uint32Array(capacity);
  const pieces: string[] = [];
  let length = 0;
  let isChanged = false;

  return { copy, put, build, isWhole };

  function copy(from: number, to: number): void {
    if (to <= from) return;
    pieces.push(parent.text.slice(from, to));
    for (let index = from; index < to; index += 1, length += 1) {
      starts[length] = parent.starts === undefined ? index : (parent.starts[index] ?? 0);
      ends[length] = parent.ends === undefined ? index + 1 : (parent.ends[index] ?? 0);
    }
  }

  /** Writes `text`, all of whose units stand for the parent's stretch from `from` to `to`. */
  function put(text: string, from: number, to: number): void {
    const span = toOriginal(parent, from, to);
    starts.fill(span.start, length, length + text.length);
    ends.fill(span.end, length, length + text.length);
    pieces.push(text);
    length += text.length;
    isChanged = true;
  }

  /** Nothing was left out and nothing changed. */
  function isWhole(): boolean {
    return !isChanged && length === parent.text.length;
  }

  function build(): TextView {
    return { text: pieces.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
  }
}
