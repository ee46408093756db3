import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalibrationPair, calibrateFactor } from '../../../src/core/tokens/calibrateFactor.ts';

const pair = (countedTokens: number, factor: number): CalibrationPair => ({
  countedTokens,
  reportedTokens: Math.round(countedTokens * factor),
});

describe('calibrateFactor', () => {
  it('says nothing without enough usable pairs', () => {
    expect(calibrateFactor([])).toBeUndefined();
    expect(calibrateFactor(Array(7).fill(pair(1000, 1.5)))).toBeUndefined();
    expect(calibrateFactor(Array(50).fill(pair(49, 1.5)))).toBeUndefined();
    expect(calibrateFactor(Array(50).fill({ countedTokens: 100, reportedTokens: 0 }))).toBeUndefined();
  });

  it('learns the factor with its band and sample size', () => {
    const factors = [1.5, 1.52, 1.54, 1.56, 1.58, 1.6, 1.54, 1.55, 1.53, 1.54];
    const learned = calibrateFactor(factors.map((factor) => pair(10_000, factor)));
    expect(learned).toEqual({ factor: 1.54, bandPercent: 3, sampleSize: 10 });
  });

  it('is not moved by a third of nonsense', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.8, max: 2, noNaN: true }),
        fc.array(fc.double({ min: -0.03, max: 0.03, noNaN: true }), { minLength: 20, maxLength: 60 }),
        fc.array(fc.constantFrom(0.001, 0.1, 5, 100, 10_000), { maxLength: 9 }),
        (factor, noise, nonsense) => {
          const good = noise.map((share) => pair(100_000, factor * (1 + share)));
          const learned = calibrateFactor([
            ...good,
            ...nonsense.map((wrong) => pair(100_000, factor * wrong)),
          ]);
          expect(Math.abs((learned?.factor ?? 0) / factor - 1)).toBeLessThan(0.035);
          expect(learned?.bandPercent).toBeLessThanOrEqual(7);
          expect(learned?.sampleSize).toBeLessThanOrEqual(noise.length);
        },
      ),
    );
  });

  it('does not depend on the order', () => {
    const pairs = fc.array(fc.record({ countedTokens: fc.nat(5000), reportedTokens: fc.nat(9000) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(pairs, (some) => {
        expect(calibrateFactor([...some].reverse())).toEqual(calibrateFactor(some));
      }),
    );
  });
});
