import {
  CASELESS,
  CODE_POINT_CLASS,
  codePointAt,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
} from './charClass.ts';

/*
 * Between some pairs of characters a piece ends whatever stands around them, in both encodings. There a text can be cut and
 * counted in parts: the parts' counts add up. Everything that counts blocks, chunks or edits rests on this table.
 */

const APOSTROPHE = 9;
const SURROGATE = 10;
const CLASS_COUNT = 11;

const LETTERS = [UPPER, LOWER, CASELESS];

/** For each class on the left, the classes on the right that always start a new piece. */
const STARTS_PIECE_AFTER = {
  [OTHER]: [SPACE, NUMBER],
  [MARK]: [SPACE],
  [CASELESS]: [SPACE, NEWLINE, NUMBER, OTHER],
  [LOWER]: [SPACE, NEWLINE, NUMBER, OTHER],
  [UPPER]: [SPACE, NEWLINE, NUMBER, OTHER],
  [NUMBER]: [SPACE, NEWLINE, OTHER, APOSTROPHE, MARK, ...LETTERS],
  [APOSTROPHE]: [SPACE, NUMBER],
  // Half a character of unknown class; white space is never a surrogate.
  [SURROGATE]: [SPACE],
} satisfies Record<number, readonly number[]>;

const HARD = hardPairs();
const UNIT_CLASS = unitClasses();

/** Whether a piece always ends between these two UTF-16 units. */
export function isHardBoundary(left: number, right: number): boolean {
  return HARD[UNIT_CLASS[left]! * CLASS_COUNT + UNIT_CLASS[right]!] === 1;
}

/** The last hard boundary of `text` in [from, to], or -1. A boundary at `to` must have a unit on its right. */
export function lastHardBoundary(text: string, from: number, to: number): number {
  for (let at = Math.min(to, text.length - 1); at >= from && at > 0; at--) {
    if (isHardBoundary(text.charCodeAt(at - 1), text.charCodeAt(at))) return at;
  }
  return -1;
}

/** The first hard boundary of `text` in [from, to], or -1. */
export function firstHardBoundary(text: string, from: number, to: number): number {
  const end = Math.min(to, text.length - 1);
  for (let at = Math.max(from, 1); at <= end; at++) {
    if (isHardBoundary(text.charCodeAt(at - 1), text.charCodeAt(at))) return at;
  }
  return -1;
}

/** The last hard boundary of valid UTF-8 in [from, to], or -1; there must be a character on both sides. */
export function lastHardBoundaryUtf8(bytes: Uint8Array, from: number, to: number): number {
  for (let at = to; at >= from; at--) if (isHardBoundaryUtf8(bytes, at)) return at;
  return -1;
}

/** The first hard boundary of valid UTF-8 in [from, to], or -1; there must be a character on both sides. */
export function firstHardBoundaryUtf8(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at <= to; at++) if (isHardBoundaryUtf8(bytes, at)) return at;
  return -1;
}

function isHardBoundaryUtf8(bytes: Uint8Array, at: number): boolean {
  if (isContinuation(bytes[at]!)) return false;
  let before = at - 1;
  while (isContinuation(bytes[before]!)) before--;
  return isHardBoundary(firstUnit(bytes, before), firstUnit(bytes, at));
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The first UTF-16 unit of a character; for those of two any surrogate will do. */
function firstUnit(bytes: Uint8Array, at: number): number {
  const codePoint = codePointAt(bytes, at);
  return codePoint < 0x10000 ? codePoint : 0xd800;
}

function unitClasses(): Uint8Array {
  const classes = CODE_POINT_CLASS.slice(0, 0x10000).fill(SURROGATE, 0xd800, 0xe000);
  classes[0x27] = APOSTROPHE;
  return classes;
}

function hardPairs(): Uint8Array {
  const hard = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
  for (const [left, rights] of Object.entries(STARTS_PIECE_AFTER)) {
    for (const right of rights) hard[Number(left) * CLASS_COUNT + right] = 1;
  }
  return hard;
}
