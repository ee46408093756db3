import { describe, expect, it } from 'vitest';
import {
  CASELESS,
  CODE_POINT_CLASS,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
} from '../../../src/core/tokens/charClass.ts';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { oracleEncode } from './oracle.ts';
import { testCounter } from './testCounter.ts';

/** All assigned planes and a sample of the unassigned and private ones. */
const CODE_POINTS = [
  ...range(0, 0x32400, 1),
  ...range(0x32400, 0xe0000, 997),
  ...range(0xe0000, 0xe0200, 1),
  ...range(0xe0200, 0x110000, 997),
];

/** Surroundings in which the class of the character in the middle decides where pieces end. */
function probes(char: string): string {
  return `${char}'s/${char}A 1${char}2345 ${char}${char}b !${char}\n${char}/a ${char}AbC${char}s\n \n`;
}

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  it('classes every code point as the reference does', () => {
    const counter = testCounter(encoding);
    const differing: string[] = [];
    for (let i = 0; i < CODE_POINTS.length; i += 64) {
      const batch = CODE_POINTS.slice(i, i + 64).map((codePoint) => probes(String.fromCodePoint(codePoint)));
      const text = batch.join('');
      if (counter.countTokens(text) !== oracleEncode(encoding, text).length) differing.push(text);
    }
    expect(differing).toEqual([]);
  });
});

it.each([
  ['a', LOWER],
  ['A', UPPER],
  ['ǅ', UPPER],
  ['ʰ', CASELESS],
  ['中', CASELESS],
  // Caseless since Unicode 17; the reference has 16.
  ['ʕ', LOWER],
  ['\u0301', MARK],
  ['½', NUMBER],
  ['𝟙', NUMBER],
  ['\u0085', SPACE],
  ['\u3000', SPACE],
  ['\n', NEWLINE],
  ['\r', NEWLINE],
  ['\u2028', SPACE],
  ['\ufeff', OTHER],
  ['\0', OTHER],
  ['_', OTHER],
  ['\u{16ea0}', OTHER],
  ['\u{10ffff}', OTHER],
])('%j is of class %i', (char, charClass) => {
  expect(CODE_POINT_CLASS[char.codePointAt(0)!]).toBe(charClass);
});

function range(start: number, end: number, step: number): number[] {
  return Array.from({ length: Math.ceil((end - start) / step) }, (_, i) => start + i * step).filter(
    (n) => n < 0xd800 || n > 0xdfff,
  );
}
