import { describe, expect, it } from 'vitest';
import { compareCosts } from '../../../../src/core/cost/plan/compareCosts.ts';
import { planVolume } from '../../../../src/core/cost/plan/planVolume.ts';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';

describe('planVolume', () => {
  it('makes $9,000 a month of 50,000 requests of 6,000 tokens on gpt-4', () => {
    const input = { requestsPerMonth: 50_000, inputTokens: 6_000, outputTokens: 0 };
    expect(planVolume(input, findPrice('gpt-4'))).toEqual({
      tokensPerMonth: 300_000_000,
      usdPerRequest: 0.18,
      usdPerDay: 300,
      usdPerMonth: 9_000,
    });
  });

  it('makes $45,000 a month of 10,000 requests a day with 5,000 tokens, and 76 % less of 1,200', () => {
    const usd = (inputTokens: number) =>
      planVolume({ requestsPerMonth: 300_000, inputTokens, outputTokens: 0 }, findPrice('gpt-4'))
        .usdPerMonth ?? 0;
    expect(usd(5_000)).toBe(45_000);
    expect(compareCosts(usd(5_000), usd(1_200)).savedShare).toBe(0.76);
  });

  it('knows the tokens of an unpriced model, not its dollars', () => {
    expect(planVolume({ requestsPerMonth: 2, inputTokens: 3, outputTokens: 4 })).toEqual({
      tokensPerMonth: 14,
    });
  });
});
