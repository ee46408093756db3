import {
  BYTE_CLASS,
  CASELESS,
  charEnd,
  classAt,
  END,
  isHigh,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  SPACE,
  UPPER,
} from './charClass.ts';
import { contractionEnd, numberEnd, symbolsEnd, whiteSpaceEnd } from './pieceParts.ts';

const BLANK = 0x20;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Where the piece that starts at `start` ends, by the pattern of cl100k_base, first match wins:
 *
 *     (?i:'s|'t|'re|'ve|'m|'ll|'d) | [^\r\n\p{L}\p{N}]?\p{L}+ | \p{N}{1,3} | ?[^\s\p{L}\p{N}]+[\r\n]* | \s*[\r\n]+ | \s+(?!\S) | \s+
 *
 * No alternative looks behind its start, so pieces follow from one another without any state.
 */
export function cl100kPieceEnd(bytes: Uint8Array, start: number): number {
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
  if (first !== SPACE) return lineEndsEnd(bytes, symbolsEnd(bytes, next));
  if (second <= MARK && bytes[start] === BLANK) return lineEndsEnd(bytes, symbolsEnd(bytes, next));
  return whiteSpaceEnd(bytes, start);
}

/** `\p{L}*` */
function lettersEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    let byteClass = BYTE_CLASS[bytes[at]!]!;
    while (byteClass === LOWER || byteClass === UPPER) byteClass = BYTE_CLASS[bytes[++at]!]!;
    if (!isHigh(bytes[at]!)) return at;
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
