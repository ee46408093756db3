import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import cl100kBase from 'js-tiktoken/ranks/cl100k_base';
import o200kBase from 'js-tiktoken/ranks/o200k_base';
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
import { hostileText } from './hostileText.ts';
import { oracleEncode } from './oracle.ts';
import { testCounter } from './testCounter.ts';

const RANKS = { o200k_base: o200kBase, cl100k_base: cl100kBase };

/** All points where js-tiktoken and OpenAI's reference part; without its characters a text counts the same with both. */
const POINTS = [
  {
    name: 'U+0085 (NEL) is white space for the reference, not for JavaScript',
    repair: replaceAll('\u0085', '\u2028'),
  },
  {
    name: 'U+FEFF (BOM) is white space for JavaScript, not for the reference',
    repair: replaceAll('\ufeff', '\u200b'),
  },
  { name: "U+017F folds to s for the reference: 'ſ is a contraction", repair: replaceAll('ſ', 'ß') },
  { name: 'the reference knows Unicode 16, this JavaScript another version', repair: repairUnicodeVersion },
];

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  const counter = testCounter(encoding);
  const jsTiktoken = new Tiktoken(RANKS[encoding]);
  const countByJsTiktoken = (text: string) => jsTiktoken.encode(text, [], []).length;

  it('differs from js-tiktoken by the named points only', () => {
    const differing = { texts: 0, points: new Map(POINTS.map(({ name }) => [name, 0])) };
    fc.assert(
      fc.property(hostileText(10), (text) => {
        if (counter.countTokens(text) === countByJsTiktoken(text)) return;
        differing.texts++;
        let repaired = text;
        for (const { name, repair } of POINTS) {
          const next = repair(repaired);
          if (next !== repaired) differing.points.set(name, differing.points.get(name)! + 1);
          repaired = next;
        }
        expect(repaired).not.toBe(text);
        expect(counter.countTokens(repaired)).toBe(countByJsTiktoken(repaired));
      }),
      { numRuns: 10_000 },
    );
    console.info(encoding, differing);
    expect(differing.texts).toBeGreaterThan(0);
  });

  it.each([
    ["\u0085's", 3, 4],
    ['\u0085/a', 3, 4],
    ["\ufeff's", 3, 2],
    ['\ufeff/a', 3, 2],
    // Pieces are cut elsewhere here, yet no text is known where that changes the count.
    ["a'ſe", encoding === 'o200k_base' ? 4 : 5, encoding === 'o200k_base' ? 4 : 5],
  ])('%j counts as the reference counts it: %i, js-tiktoken: %i', (text, reference, peer) => {
    expect(oracleEncode(encoding, text)).toHaveLength(reference);
    expect(counter.countTokens(text)).toBe(reference);
    expect(countByJsTiktoken(text)).toBe(peer);
  });
});

function replaceAll(find: string, replaceBy: string): (text: string) => string {
  return (text) => text.replaceAll(find, replaceBy);
}

function repairUnicodeVersion(text: string): string {
  return text.replace(/[^\p{Cs}]/gu, (char) => (isClassedAlike(char) ? char : '\u0378'));
}

function isClassedAlike(char: string): boolean {
  const frozen = CODE_POINT_CLASS[char.codePointAt(0)!]!;
  if (/\p{M}/u.test(char)) return frozen === MARK;
  if (/\p{N}/u.test(char)) return frozen === NUMBER;
  if (/\p{Ll}/u.test(char)) return frozen === LOWER;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return frozen === UPPER;
  return /\p{L}/u.test(char) ? frozen === CASELESS : [OTHER, SPACE, NEWLINE].includes(frozen);
}
