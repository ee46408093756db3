import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectSpend } from '../../../src/core/budget/projectSpend.ts';

const usd = fc.double({ min: 0, max: 10_000, noNaN: true });
const days = fc.array(usd, { minLength: 3, maxLength: 28 });
const left = fc.double({ min: 0, max: 31, noNaN: true });

describe('projectSpend', () => {
  it('adds the mean for each day that is left, with a band of four fifths', () => {
    // Mean 2, variance 1: over 4 days the deviation is the root of 4 + 16/3.
    const projection = projectSpend(10, 4, [1, 2, 3]);
    expect(projection?.expected).toBe(18);
    expect(projection?.low).toBeCloseTo(18 - 1.2816 * Math.sqrt(4 + 16 / 3), 10);
    expect(projection?.high).toBeCloseTo(18 + 1.2816 * Math.sqrt(4 + 16 / 3), 10);
  });

  it('does not guess from two days', () => {
    expect(projectSpend(10, 4, [1, 2])).toBeUndefined();
  });

  it('is never below what is spent, and in order', () => {
    fc.assert(
      fc.property(usd, left, days, (spent, remaining, wholeDays) => {
        const { low, expected, high } = projectSpend(spent, remaining, wholeDays)!;
        expect(low).toBeGreaterThanOrEqual(spent);
        expect(expected).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(expected);
      }),
    );
  });

  it('has a band that shrinks as the period ends, to what is spent', () => {
    fc.assert(
      fc.property(usd, left, left, days, (spent, a, b, wholeDays) => {
        const width = (remaining: number) => {
          const { low, high } = projectSpend(spent, remaining, wholeDays)!;
          return high - low;
        };
        // To the precision of sums this large.
        expect(width(Math.min(a, b))).toBeLessThanOrEqual(width(Math.max(a, b)) + 1e-6);
        expect(projectSpend(spent, 0, wholeDays)).toEqual({ low: spent, expected: spent, high: spent });
      }),
    );
  });

  it('holds what comes four times of five, where days are independent', () => {
    const random = seeded(7);
    const normal = () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);
    const day = () => 100 + 20 * normal();
    let held = 0;
    for (let trial = 0; trial < 2000; trial += 1) {
      const { low, high } = projectSpend(0, 10, Array.from({ length: 28 }, day))!;
      const sum = Array.from({ length: 10 }, day).reduce((total, each) => total + each, 0);
      if (sum >= low && sum <= high) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.76);
    expect(held / 2000).toBeLessThan(0.84);
  });
});

/** A generator of numbers from 0 to 1 that gives the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
