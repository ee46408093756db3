import { describe, expect, it } from 'vitest';
import { layOutVocabulary } from '../../../src/core/tokens/layOutVocabulary.ts';
import { NO_RANK, PieceTable } from '../../../src/core/tokens/pieceTable.ts';
import { decodeVocabulary, encodeVocabulary } from '../../../src/core/tokens/vocabularyFile.ts';

/** Every byte, as every vocabulary has it, then pairs, short and long tokens. */
const TOKENS = [
  ...Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte)),
  ...['ab', '\0\0', 'abc', 'abcdefgh', 'abcdefghi', '中文中文中文', ' '.repeat(128)].map((text) =>
    new TextEncoder().encode(text),
  ),
  // As many as a real vocabulary has of either kind: the file wants tables that are well filled.
  ...Array.from({ length: 60_000 }, (_, i) => new TextEncoder().encode(`t${i}`)),
  ...Array.from({ length: 60_000 }, (_, i) => new TextEncoder().encode(`long token ${i}`)),
];

describe('vocabulary file', () => {
  it('gives back the tables that were laid out', () => {
    expect(decodeVocabulary(encodeVocabulary(TOKENS))).toEqual(layOutVocabulary(TOKENS));
  });

  it('knows the rank of every token, and of nothing else', () => {
    const table = new PieceTable(decodeVocabulary(encodeVocabulary(TOKENS)));
    const rank = (token: Uint8Array) => {
      const padded = new Uint8Array(token.length + 8);
      padded.set(token);
      return table.rank(new DataView(padded.buffer), 0, token.length);
    };
    expect(TOKENS.map(rank)).toEqual([...TOKENS.keys()]);
    for (const text of [
      'ba',
      'a\0',
      '\0\0\0',
      'abcd',
      'abcdefgj',
      'abcdefghij',
      't60000',
      'long token 60000',
      ' '.repeat(127),
    ]) {
      expect(rank(new TextEncoder().encode(text)), text).toBe(NO_RANK);
    }
  });

  it('is read from any place in a buffer', () => {
    const file = encodeVocabulary(TOKENS);
    for (const offset of [1, 4, 7]) {
      const buffer = new Uint8Array(file.length + 16);
      buffer.set(file, offset);
      expect(decodeVocabulary(buffer.subarray(offset, offset + file.length))).toEqual(
        layOutVocabulary(TOKENS),
      );
    }
  });

  it.each([0, 4, 31, 32, 1_000])('is refused when only its first %i bytes are left', (size) => {
    expect(() => decodeVocabulary(encodeVocabulary(TOKENS).subarray(0, size))).toThrow();
  });

  it('is refused when it is something else', () => {
    expect(() =>
      decodeVocabulary(new TextEncoder().encode('a text, not a vocabulary, of some length')),
    ).toThrow('Not a vocabulary file.');
  });
});
