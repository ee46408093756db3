import { describe, expect, it } from 'vitest';
import { inputCostUsd } from '../../../src/core/cost/inputCostUsd.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';

describe('inputCostUsd', () => {
  it('is the price per million', () => {
    expect(inputCostUsd(6_000, findModel('gpt-4')?.price)).toBeCloseTo(0.18, 12);
    expect(inputCostUsd(0, findModel('gpt-4')?.price)).toBe(0);
  });

  it('takes the higher price for the whole request beyond the long-context line', () => {
    const price = findModel('gpt-5.4')?.price;
    expect(inputCostUsd(272_000, price)).toBeCloseTo(0.68, 12);
    expect(inputCostUsd(272_001, price)).toBeCloseTo(1.360005, 12);
  });

  it('is unknown, not free, without a price', () => {
    expect(inputCostUsd(1000, undefined)).toBeUndefined();
  });
});
