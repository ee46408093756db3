import { describe, expect, it } from 'vitest';
import { compoundError } from '../../../../src/core/cost/plan/compoundError.ts';

describe('compoundError', () => {
  it('is 60 % after 50 steps of 99 %, below 8 % at 95 %', () => {
    expect(compoundError(0.99, 50).successShare).toBeCloseTo(0.605, 3);
    expect(compoundError(0.95, 50).successShare).toBeCloseTo(0.0769, 4);
  });

  it('draws every step, and says how many still succeed more often than not', () => {
    expect(compoundError(0.5, 3)).toEqual({ successShare: 0.125, curve: [0.5, 0.25, 0.125], likelySteps: 1 });
    expect(compoundError(0.99, 1).likelySteps).toBe(68);
    expect(compoundError(1, 2)).toEqual({ successShare: 1, curve: [1, 1] });
    expect(compoundError(0, 2)).toMatchObject({ successShare: 0, likelySteps: 0 });
  });
});
