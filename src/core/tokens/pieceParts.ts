import { BYTE_CLASS, charEnd, classAt, END, HIGH, MARK, NEWLINE, NUMBER, OTHER, SPACE } from './charClass.ts';

const APOSTROPHE = 0x27;
const BLANK = 0x20;
const D = 0x64;
const E = 0x65;
const L = 0x6c;
const M = 0x6d;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;

/*
 * What the patterns of both encodings have in common. Each function takes the place where its part starts and returns where
 * it ends. The text is followed by 0xFF bytes (class `END`), which end every run: no loop needs to compare with the length.
 */

/** `\p{N}{1,3}` */
export function numberEnd(bytes: Uint8Array, start: number): number {
  let at = charEnd(bytes, start);
  if (classAt(bytes, at) !== NUMBER) return at;
  at = charEnd(bytes, at);
  return classAt(bytes, at) === NUMBER ? charEnd(bytes, at) : at;
}

/** `[^\s\p{L}\p{N}]*` */
export function symbolsEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (BYTE_CLASS[bytes[at]!] === OTHER) at++;
  return BYTE_CLASS[bytes[at]!] === HIGH ? anySymbolsEnd(bytes, at) : at;
}

function anySymbolsEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (classAt(bytes, at) <= MARK) at = charEnd(bytes, at);
  return at;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+` */
export function whiteSpaceEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  let lastChar = start;
  let afterNewline = -1;
  let charClass = classAt(bytes, at);
  while (charClass === SPACE || charClass === NEWLINE) {
    // Indentation: only the last blank of a run matters.
    while (bytes[at] === BLANK && bytes[at + 1] === BLANK) at++;
    lastChar = at;
    at = charEnd(bytes, at);
    if (charClass === NEWLINE) afterNewline = at;
    charClass = classAt(bytes, at);
  }
  if (afterNewline !== -1) return afterNewline;
  // All of it at the end of the text; otherwise the last one is left to the piece that follows, unless it is alone.
  return charClass === END || lastChar === start ? at : lastChar;
}

/**
 * `(?i:'s|'t|'re|'ve|'m|'ll|'d)?`: returns `start` if there is none. Case folding makes U+017F, the long s, an s.
 */
export function contractionEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== APOSTROPHE) return start;
  const first = bytes[start + 1]! | 0x20;
  if (first === S || first === T || first === M || first === D) return start + 2;
  const second = bytes[start + 2]! | 0x20;
  if (second === E && (first === R || first === V)) return start + 3;
  if (second === L && first === L) return start + 3;
  return bytes[start + 1] === 0xc5 && bytes[start + 2] === 0xbf ? start + 3 : start;
}
