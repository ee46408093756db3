/*
 * The vocabulary as one compact binary: `TMV1`, the number of tokens (32 bits, little endian), the length of each token (one
 * byte each), then the bytes of all tokens in order of rank. 1.6 MB for o200k_base, read without parsing anything.
 */

const MAGIC = [0x54, 0x4d, 0x56, 0x31];
const HEADER_BYTES = 8;
const LONGEST_TOKEN = 255;

export interface Vocabulary {
  /** Length of each token, by rank. */
  readonly lengths: Uint8Array;
  /** The bytes of all tokens, one after the other, by rank. */
  readonly bytes: Uint8Array;
}

export function encodeVocabulary(tokens: readonly Uint8Array[]): Uint8Array {
  const size = tokens.reduce((sum, token) => sum + token.length, HEADER_BYTES + tokens.length);
  const file = new Uint8Array(size);
  file.set(MAGIC);
  new DataView(file.buffer).setUint32(MAGIC.length, tokens.length, true);
  let at = HEADER_BYTES + tokens.length;
  for (const [rank, token] of tokens.entries()) {
    if (token.length === 0 || token.length > LONGEST_TOKEN)
      throw new Error(`Token ${rank} has ${token.length} bytes.`);
    file[HEADER_BYTES + rank] = token.length;
    file.set(token, at);
    at += token.length;
  }
  return file;
}

/** Views into `file`, nothing is copied. Throws on a file that is not a vocabulary or is cut short. */
export function decodeVocabulary(file: Uint8Array): Vocabulary {
  if (file.length < HEADER_BYTES || MAGIC.some((byte, index) => file[index] !== byte)) {
    throw new Error('Not a vocabulary file.');
  }
  const count = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length, true);
  const lengths = file.subarray(HEADER_BYTES, HEADER_BYTES + count);
  const bytes = file.subarray(HEADER_BYTES + count);
  let size = 0;
  for (const length of lengths) size += length;
  if (lengths.length !== count || bytes.length !== size) throw new Error('The vocabulary file is damaged.');
  return { lengths, bytes };
}
