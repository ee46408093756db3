import { describe, expect, it } from 'vitest';
import { planOutput } from '../../../../src/core/cost/plan/planOutput.ts';

const MODEL = { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5, cacheWrite1h: 20 };

describe('planOutput', () => {
  it('saves 90 % from 2,000 to 200 tokens', () => {
    const input = { expectedTokens: 2_000, maxTokens: 200, requestsPerMonth: 1000 };
    expect(planOutput(input, MODEL)).toEqual({
      savedTokensPerRequest: 1_800,
      savedShare: 0.9,
      savedUsdPerMonth: 90,
    });
  });

  it('saves nothing with a limit above what is expected', () => {
    expect(planOutput({ expectedTokens: 10, maxTokens: 20, requestsPerMonth: 1 })).toEqual({
      savedTokensPerRequest: 0,
      savedShare: 0,
    });
  });
});
