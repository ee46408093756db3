import {
  BYTE_CLASS,
  CASELESS,
  charEnd,
  classAt,
  END,
  HIGH,
  LOWER,
  MARK,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
} from './charClass.ts';
import { letterRunEnd } from './letterRun.ts';
import { contractionEnd, numberEnd, symbolsEnd, whiteSpaceEnd } from './pieceParts.ts';

const APOSTROPHE = 0x27;
const BLANK = 0x20;
const CR = 0x0d;
const LF = 0x0a;
const SLASH = 0x2f;

/** By the first byte of a piece: what to fold so that a word may go on with one upper-case letter, unless it began in lower case. */
const NO_SHORTCUT = -1;
const FOLD_SECOND = 0x2000;
const FOLD_AFTER = Int32Array.from(BYTE_CLASS, (byteClass) => {
  if (byteClass > SPACE) return NO_SHORTCUT;
  return byteClass === LOWER ? 0 : FOLD_SECOND;
});

/** By the byte after the letters: whether the word ends there for certain. Upper case goes on if there was no lower case yet. */
const UNSURE = 0;
const WORD_END = 1;
const WORD_END_AFTER_LOWER = 2;
const ENDING = Uint8Array.from(BYTE_CLASS, (byteClass, byte) => {
  if (byteClass === HIGH || byte === APOSTROPHE) return UNSURE;
  return byteClass === UPPER ? WORD_END_AFTER_LOWER : WORD_END;
});

/**
 * Where the piece that starts at `start` ends, by the pattern of o200k_base. With U = `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`,
 * L = `[\p{Ll}\p{Lm}\p{Lo}\p{M}]` and C = `(?i:'s|'t|'re|'ve|'m|'ll|'d)?` it is, first match wins:
 *
 *     [^\r\n\p{L}\p{N}]?U*L+C | [^\r\n\p{L}\p{N}]?U+L*C | \p{N}{1,3} | ?[^\s\p{L}\p{N}]+[\r\n/]* | \s*[\r\n]+ | \s+(?!\S) | \s+
 *
 * No alternative looks behind its start, so pieces follow from one another without any state.
 */
export function o200kPieceEnd(bytes: Uint8Array, view: DataView, start: number): number {
  const fold = FOLD_AFTER[bytes[start]!]!;
  if (fold === NO_SHORTCUT) return anyPieceEnd(bytes, start);
  // A shortcut for most pieces: words in ASCII (`word`, `Word`, ` word`, `(Word`) and symbols.
  const end = letterRunEnd(view, start, fold, 0);
  if (end > start + 1) {
    const ending = ENDING[bytes[end]!]!;
    if (ending === WORD_END || (ending === WORD_END_AFTER_LOWER && end > start + 2)) return end;
    return anyPieceEnd(bytes, start);
  }
  const first = BYTE_CLASS[bytes[start]!]!;
  const next = BYTE_CLASS[bytes[end]!]!;
  if (next === OTHER && (first === OTHER || bytes[start] === BLANK)) {
    return lineEndsAndSlashesEnd(bytes, symbolsEnd(bytes, end));
  }
  if (first === OTHER && next >= SPACE && next <= END) return lineEndsAndSlashesEnd(bytes, end);
  return anyPieceEnd(bytes, start);
}

/** The whole pattern, for every script. */
function anyPieceEnd(bytes: Uint8Array, start: number): number {
  const first = classAt(bytes, start);
  // A mark is a prefix too, but taking it as the first letter of the word comes to the same end.
  if (first >= MARK && first <= UPPER) return wordEnd(bytes, start);
  if (first === OTHER || first === SPACE) {
    const next = charEnd(bytes, start);
    const second = classAt(bytes, next);
    if (second >= MARK && second <= UPPER) return wordEnd(bytes, next);
    if (first === OTHER || (second === OTHER && bytes[start] === BLANK)) {
      return lineEndsAndSlashesEnd(bytes, symbolsEnd(bytes, next));
    }
    return whiteSpaceEnd(bytes, start);
  }
  if (first === NUMBER) return numberEnd(bytes, start);
  return first === END ? start + 1 : whiteSpaceEnd(bytes, start);
}

/** `U*L+C|U+L*C`, where a letter or mark stands at `start`. */
function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (BYTE_CLASS[bytes[at]!] === UPPER) at++;
  while (BYTE_CLASS[bytes[at]!] === LOWER) at++;
  return contractionEnd(bytes, BYTE_CLASS[bytes[at]!] === HIGH ? anyWordEnd(bytes, start) : at);
}

/** `U*L+|U+L*` in any script. Caseless letters and marks are in both U and L. */
function anyWordEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  let afterCaseless = start;
  let charClass = classAt(bytes, at);
  while (charClass === UPPER || charClass === CASELESS || charClass === MARK) {
    at = charEnd(bytes, at);
    if (charClass !== UPPER) afterCaseless = at;
    charClass = classAt(bytes, at);
  }
  if (charClass !== LOWER) {
    // Nothing but an L ends the first alternative: U* gives back down to the last caseless one, or the second one matches.
    return afterCaseless > start ? afterCaseless : at;
  }
  while (charClass === LOWER || charClass === CASELESS || charClass === MARK) {
    at = charEnd(bytes, at);
    charClass = classAt(bytes, at);
  }
  return at;
}

/** `[\r\n/]*` */
function lineEndsAndSlashesEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === LF || bytes[at] === CR || bytes[at] === SLASH) at++;
  return at;
}
