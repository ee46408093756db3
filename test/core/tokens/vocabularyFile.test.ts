import { describe, expect, it } from 'vitest';
import { decodeVocabulary, encodeVocabulary } from '../../../src/core/tokens/vocabularyFile.ts';

const TOKENS = [Uint8Array.of(0), Uint8Array.of(1, 2, 3), Uint8Array.of(255)];

describe('vocabulary file', () => {
  it('gives back the tokens it was made from', () => {
    expect(decodeVocabulary(encodeVocabulary(TOKENS))).toEqual({
      lengths: Uint8Array.of(1, 3, 1),
      bytes: Uint8Array.of(0, 1, 2, 3, 255),
    });
  });

  it('is read from the middle of a buffer', () => {
    const file = encodeVocabulary(TOKENS);
    const buffer = new Uint8Array(file.length + 7);
    buffer.set(file, 7);
    expect(decodeVocabulary(buffer.subarray(7)).lengths).toEqual(Uint8Array.of(1, 3, 1));
  });

  it.each([0, 4, 7, 8, 10, 11, 15])('is refused when only its first %i bytes are left', (size) => {
    expect(() => decodeVocabulary(encodeVocabulary(TOKENS).subarray(0, size))).toThrow();
  });

  it('is refused when it is something else', () => {
    expect(() => decodeVocabulary(new TextEncoder().encode('a text, not a vocabulary'))).toThrow(
      'Not a vocabulary file.',
    );
  });

  it('cannot hold an empty or a very long token', () => {
    expect(() => encodeVocabulary([new Uint8Array(0)])).toThrow('Token 0 has 0 bytes.');
    expect(() => encodeVocabulary([new Uint8Array(256)])).toThrow('Token 0 has 256 bytes.');
  });
});
