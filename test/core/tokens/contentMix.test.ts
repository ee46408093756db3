import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureContentMix } from '../../../src/core/tokens/contentMix.ts';

const PROSE = { prose: 1, code: 0, nonLatin: 0 };
const CODE = { prose: 0, code: 1, nonLatin: 0 };

describe('measureContentMix', () => {
  it.each([
    [
      'prose',
      'Users of packers spend their time choosing files by hand, and ask for one thing above all.',
      PROSE,
    ],
    ['code', 'export function add(a: number, b: number): number {\n  return a + b;\n}\n', CODE],
    ['Python', 'def add(a, b):\n    total = a + b  # sum\n    return total\n', CODE],
    ['Chinese', '漢字かな交じり文', { prose: 0, code: 0, nonLatin: 1 }],
    ['nothing', '', CODE],
    ['accents, dashes and arrows as Latin', 'Größe – naïve → café “quoted” for the reader', PROSE],
  ])('knows %s', (_what, text, mix) => {
    expect(measureContentMix(text)).toEqual(mix);
  });

  it('weighs other scripts by their tokens, not by their letters', () => {
    const { nonLatin, code } = measureContentMix(`const greeting = "${'漢'.repeat(10)}";`);
    expect(nonLatin).toBeGreaterThan(0.5);
    expect(nonLatin + code).toBeCloseTo(1, 9);
  });

  it('always gives shares of a whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.nat(60), (text, times) => {
        const { prose, code, nonLatin } = measureContentMix(text.repeat(times));
        expect(prose + code + nonLatin).toBeCloseTo(1, 9);
        for (const share of [prose, code, nonLatin]) expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
