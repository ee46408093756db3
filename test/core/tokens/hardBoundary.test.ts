import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cl100kPieceEnd } from '../../../src/core/tokens/cl100kPieceEnd.ts';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import {
  firstHardBoundary,
  firstHardBoundaryUtf8,
  isHardBoundary,
  lastHardBoundary,
  lastHardBoundaryUtf8,
} from '../../../src/core/tokens/hardBoundary.ts';
import { o200kPieceEnd } from '../../../src/core/tokens/o200kPieceEnd.ts';
import { hostileText } from './hostileText.ts';
import { testCounter } from './testCounter.ts';

const utf8 = new TextEncoder();
const PIECE_END = { o200k_base: o200kPieceEnd, cl100k_base: cl100kPieceEnd };

/** Of every class at least one, and every character that a pattern names. */
const ALPHABET = [
  'a',
  's',
  'l',
  'A',
  'S',
  'ſ',
  '中',
  'ʰ',
  '\u0301',
  '1',
  '½',
  '!',
  '/',
  "'",
  ' ',
  '\t',
  '\u0085',
  '\n',
  '\r',
  '😀',
  '𝐀',
  '𝟙',
  '\ufffd',
];
const LEFT_CONTEXTS = [
  '',
  ...ALPHABET,
  ...ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second)),
];
/** No pattern looks farther ahead than a contraction is long. */
const RIGHT_CONTEXTS = [
  '',
  ...ALPHABET,
  'll',
  'lE',
  'st',
  's ',
  'a1',
  '中A',
  ' a',
  '  ',
  '\n ',
  '\n/',
  '//',
  '!\n',
  "'s",
];

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  it('ends a piece at every hard boundary, whatever stands around it', () => {
    const pieceEnd = PIECE_END[encoding];
    const bytes = new Uint8Array(64);
    const view = new DataView(bytes.buffer);
    let contexts = 0;
    for (const left of ALPHABET) {
      const lefts = LEFT_CONTEXTS.map((before) => utf8.encode(before + left));
      for (const right of ALPHABET) {
        if (!isHardBoundary(left.charCodeAt(left.length - 1), right.charCodeAt(0))) continue;
        const rights = RIGHT_CONTEXTS.map((after) => utf8.encode(right + after));
        for (const [leftIndex, leftBytes] of lefts.entries()) {
          for (const [rightIndex, rightBytes] of rights.entries()) {
            const boundary = leftBytes.length;
            bytes.fill(0xff);
            bytes.set(leftBytes);
            bytes.set(rightBytes, boundary);
            let at = 0;
            while (at < boundary) at = pieceEnd(bytes, view, at);
            if (at !== boundary)
              expect.fail(
                JSON.stringify([LEFT_CONTEXTS[leftIndex], left, right, RIGHT_CONTEXTS[rightIndex]]),
              );
            contexts++;
          }
        }
      }
    }
    expect(contexts).toBeGreaterThan(3_000_000);
  });

  it('lets the counts of the parts add up', () => {
    const counter = testCounter(encoding);
    fc.assert(
      fc.property(hostileText(20), (text) => {
        const cut = firstHardBoundary(text, 1, text.length);
        if (cut === -1) return true;
        return (
          counter.countTokens(text) === counter.countTokens(text, 0, cut) + counter.countTokens(text, cut)
        );
      }),
      { numRuns: 20_000 },
    );
  });
});

it('stands after and before what the table says', () => {
  const characters = {
    letter: 'a',
    number: '1',
    mark: '\u0301',
    symbol: '!',
    apostrophe: "'",
    surrogate: '\ud800',
    blank: ' ',
    lf: '\n',
  };
  const hard = Object.entries(characters).flatMap(([left, a]) => {
    const rights = Object.entries(characters).filter(([, b]) =>
      isHardBoundary(a.charCodeAt(0), b.charCodeAt(0)),
    );
    return rights.length === 0 ? [] : [`${left} | ${rights.map(([right]) => right).join(', ')}`];
  });
  expect(hard).toEqual([
    'letter | number, symbol, blank, lf',
    'number | letter, mark, symbol, apostrophe, blank, lf',
    'mark | blank',
    'symbol | number, blank',
    'apostrophe | number, blank',
    'surrogate | blank',
  ]);
});

it('finds the same places in UTF-16 and UTF-8', () => {
  fc.assert(
    fc.property(hostileText(8), (hostile) => {
      const text = `a${hostile.replace(/\p{Cs}/gu, '\ufffd')}a`;
      const bytes = utf8.encode(text);
      const first = firstHardBoundary(text, 1, text.length - 1);
      const last = lastHardBoundary(text, 1, text.length - 1);
      const bytesTo = (unit: number) => (unit === -1 ? -1 : utf8.encode(text.slice(0, unit)).length);
      expect(firstHardBoundaryUtf8(bytes, 1, bytes.length - 1)).toBe(bytesTo(first));
      expect(lastHardBoundaryUtf8(bytes, 1, bytes.length - 1)).toBe(bytesTo(last));
    }),
    { numRuns: 5_000 },
  );
});
