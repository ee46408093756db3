import { UNICODE_CLASS_RUNS } from './unicodeClassRuns.ts';

/**
 * The kinds of characters the two patterns tell apart. The order makes a range test of each group: symbol runs hold `OTHER` and
 * `MARK`, o200k words `MARK` to `UPPER`, cl100k words `CASELESS` to `UPPER`; ASCII words start with `OTHER` to `SPACE`.
 */
export const OTHER = 0; // punctuation, symbols, controls, unassigned
export const MARK = 1; // \p{M}
export const CASELESS = 2; // \p{Lm}, \p{Lo}
export const LOWER = 3; // \p{Ll}
export const UPPER = 4; // \p{Lu}, \p{Lt}
export const SPACE = 5; // \s but CR and LF
export const NUMBER = 6; // \p{N}
export const NEWLINE = 7; // CR, LF
export const END = 8; // the byte 0xFF, which valid UTF-8 never holds, written after the text
export const HIGH = 9; // a byte of a character from U+0080, for `BYTE_CLASS` only

/** Class of every code point. Zero pages cost nothing until read, so flat is both the simplest and the fastest. */
export const CODE_POINT_CLASS = expandRuns(UNICODE_CLASS_RUNS);

/** Class of a byte: its own for ASCII, so that most text never decodes a character. */
export const BYTE_CLASS = byteClasses();

/** Class of the character whose UTF-8 starts at `at`. */
export function classAt(bytes: Uint8Array, at: number): number {
  const byteClass = BYTE_CLASS[bytes[at]!]!;
  return byteClass === HIGH ? CODE_POINT_CLASS[codePointAt(bytes, at)]! : byteClass;
}

/** Where the character that starts at `at` ends. */
export function charEnd(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc0) return at + 1;
  if (lead < 0xe0) return at + 2;
  return lead < 0xf0 ? at + 3 : at + 4;
}

/** The code point of the character that starts at `at`. */
export function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
  const high = ((lead & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12);
  return high | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f);
}

function expandRuns(runs: string): Uint8Array {
  const classes = new Uint8Array(0x110000);
  let at = 0;
  for (const run of runs.trim().split(/\s/)) {
    const end = at + (run.length === 1 ? 1 : Number.parseInt(run.slice(1), 36));
    const charClass = run.charCodeAt(0) - 0x30;
    if (charClass !== OTHER) classes.fill(charClass, at, end);
    at = end;
  }
  return classes;
}

function byteClasses(): Uint8Array {
  const classes = CODE_POINT_CLASS.slice(0, 256).fill(HIGH, 0x80);
  classes[0xff] = END;
  return classes;
}
