import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { createTokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import { hostileText } from './hostileText.ts';
import { oracleByteEnds, oracleEncode } from './oracle.ts';
import { testCounter, vocabularyFile } from './testCounter.ts';

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  const counter = testCounter(encoding);

  it('counts 100,000 hostile texts as the reference does', () => {
    const utf8 = new TextEncoder();
    fc.assert(
      fc.property(hostileText(12), (text) => {
        const tokens = oracleEncode(encoding, text).length;
        return counter.countTokens(text) === tokens && counter.countUtf8(utf8.encode(text)) === tokens;
      }),
      { numRuns: 100_000 },
    );
  });

  it('finds the token boundaries of the reference', () => {
    fc.assert(
      fc.property(hostileText(12), (text) => {
        expect(Array.from(counter.encodeOffsets(text))).toEqual(
          unitOffsets(text, oracleByteEnds(encoding, text)),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it('counts a part of a text as if it stood alone', () => {
    fc.assert(
      fc.property(hostileText(12), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % (text.length + 1);
        const end = start + (b % (text.length - start + 1));
        return counter.countTokens(text, start, end) === counter.countTokens(text.slice(start, end));
      }),
      { numRuns: 10_000 },
    );
  });

  it('counts across blocks, whether or not there are places to cut', () => {
    const texts = [
      'const answer = 42;\n'.repeat(20_000),
      '漢字仮名。'.repeat(20_000),
      'é😀 '.repeat(30_000),
      'word '.repeat(7_000) + 'x'.repeat(40_000) + ' word'.repeat(7_000),
      `${'\n'.repeat(33_000)}a`,
      `${'😀'.repeat(8_191)}a b`.repeat(3),
    ];
    for (const text of texts) {
      const tokens = oracleEncode(encoding, text).length;
      expect(counter.countTokens(text)).toBe(tokens);
      expect(counter.countUtf8(new TextEncoder().encode(text))).toBe(tokens);
      expect(counter.encodeOffsets(text)).toHaveLength(tokens);
    }
  });

  it('counts bytes from the middle of a buffer', () => {
    const bytes = new TextEncoder().encode('éxactly theseé');
    expect(counter.countUtf8(bytes, 2, bytes.length - 2)).toBe(counter.countTokens('xactly these'));
  });

  it('gives the same count again after it has learned and forgotten 100,000 pieces', () => {
    const text = 'unlearnedPiece getElementsByTagNameNS 😀😀😀';
    const before = counter.countTokens(text);
    for (let i = 0; i < 100_000; i++) counter.countTokens(pieceName(i));
    expect(counter.countTokens(text)).toBe(before);
    const words = Array.from({ length: 3_000 }, (_, i) => ` ${pieceName(i)}`).join('');
    expect(counter.countTokens(words)).toBe(oracleEncode(encoding, words).length);
  });

  it('stops encoding after the tokens asked for', () => {
    expect(Array.from(counter.encodeOffsets('one two three', 2))).toEqual([3, 7]);
    expect(Array.from(counter.encodeOffsets('one two three', 0))).toEqual([]);
  });
});

it('reports the tokens of a split character at its start, the last at its end', () => {
  expect(Array.from(testCounter('o200k_base').encodeOffsets('a\u{1fae8}b'))).toEqual([1, 1, 1, 3, 4]);
});

it('survives bytes that are not UTF-8', () => {
  const counter = testCounter('o200k_base');
  expect(counter.countUtf8(Uint8Array.of(0xff, 0x80, 0xf8, 0xc3, 0x61, 0xe2, 0x82))).toBeGreaterThan(0);
});

it('refuses the vocabulary of another encoding', () => {
  expect(() => createTokenCounter(vocabularyFile('cl100k_base'), 'o200k_base')).toThrow(
    'not that of o200k_base',
  );
});

/** Five to ten letters that hardly ever are a token, different for every number. */
function pieceName(index: number): string {
  const letters = index
    .toString(20)
    .padStart(5, '0')
    .replace(/./g, (digit) => 'qxzjkvwbéüghßcypmfdl'[Number.parseInt(digit, 20)]!);
  return index % 2 === 0 ? letters : letters + letters;
}

/** Byte ends as UTF-16 offsets; an end inside a character becomes the start of that character. */
function unitOffsets(text: string, byteEnds: readonly number[]): number[] {
  const unitAtByte: number[] = [];
  let units = 0;
  for (const char of text) {
    for (let i = new TextEncoder().encode(char).length; i > 0; i--) unitAtByte.push(units);
    units += char.length;
  }
  unitAtByte.push(units);
  return byteEnds.map((end) => unitAtByte[end]!);
}
