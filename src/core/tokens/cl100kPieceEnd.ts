import {
  BYTE_CLASS,
  CASELESS,
  charEnd,
  classAt,
  END,
  HIGH,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
} from './charClass.ts';
import { FOLD_CASE, letterRunEnd } from './letterRun.ts';
import { contractionEnd, numberEnd, symbolsEnd, whiteSpaceEnd } from './pieceParts.ts';

const APOSTROPHE = 0x27;
const BLANK = 0x20;
const CR = 0x0d;
const LF = 0x0a;

/** By the first byte of a piece. A contraction comes before everything else. */
const HAS_SHORTCUT = Uint8Array.from(BYTE_CLASS, (byteClass, byte) =>
  byteClass > SPACE || byte === APOSTROPHE ? 0 : 1,
);

/**
 * Where the piece that starts at `start` ends, by the pattern of cl100k_base, first match wins:
 *
 *     (?i:'s|'t|'re|'ve|'m|'ll|'d) | [^\r\n\p{L}\p{N}]?\p{L}+ | \p{N}{1,3} | ?[^\s\p{L}\p{N}]+[\r\n]* | \s*[\r\n]+ | \s+(?!\S) | \s+
 *
 * No alternative looks behind its start, so pieces follow from one another without any state.
 */
export function cl100kPieceEnd(bytes: Uint8Array, view: DataView, start: number): number {
  if (HAS_SHORTCUT[bytes[start]!] === 0) return anyPieceEnd(bytes, start);
  // A shortcut for most pieces: words in ASCII, with or without one character before them, and symbols.
  const end = letterRunEnd(view, start, FOLD_CASE, FOLD_CASE);
  const next = BYTE_CLASS[bytes[end]!]!;
  if (end > start + 1) return next === HIGH ? anyPieceEnd(bytes, start) : end;
  const first = BYTE_CLASS[bytes[start]!]!;
  if (next === OTHER && (first === OTHER || bytes[start] === BLANK))
    return lineEndsEnd(bytes, symbolsEnd(bytes, end));
  if (first === OTHER && next >= SPACE && next <= END) return lineEndsEnd(bytes, end);
  return anyPieceEnd(bytes, start);
}

/** The whole pattern, for every script. */
function anyPieceEnd(bytes: Uint8Array, start: number): number {
  const first = classAt(bytes, start);
  if (first >= CASELESS && first <= UPPER) return lettersEnd(bytes, start);
  if (first === NUMBER) return numberEnd(bytes, start);
  if (first === NEWLINE) return whiteSpaceEnd(bytes, start);
  if (first === END) return start + 1;
  const contraction = contractionEnd(bytes, start);
  if (contraction !== start) return contraction;
  const next = charEnd(bytes, start);
  const second = classAt(bytes, next);
  if (second >= CASELESS && second <= UPPER) return lettersEnd(bytes, next);
  if (first !== SPACE || (second <= MARK && bytes[start] === BLANK))
    return lineEndsEnd(bytes, symbolsEnd(bytes, next));
  return whiteSpaceEnd(bytes, start);
}

/** `\p{L}*` */
function lettersEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    while (BYTE_CLASS[bytes[at]!] === LOWER || BYTE_CLASS[bytes[at]!] === UPPER) at++;
    const charClass = classAt(bytes, at);
    if (charClass < CASELESS || charClass > UPPER) return at;
    at = charEnd(bytes, at);
  }
}

/** `[\r\n]*` */
function lineEndsEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  return at;
}
