import { describe, expect, it } from 'vitest';
import { compareCosts } from '../../../../src/core/cost/plan/compareCosts.ts';
import { comparePlans } from '../../../../src/core/cost/plan/comparePlans.ts';
import { planIterations } from '../../../../src/core/cost/plan/planIterations.ts';

const NO_HISTORY = { history: 'none', turnTokens: 500, windowTurns: 4, summaryTokens: 200 } as const;
const ITERATIONS = { ...NO_HISTORY, contextTokens: 200_000, iterations: 10, outputTokens: 0, retries: 0 };
const MODEL = { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5, cacheWrite1h: 20 };

describe('compareCosts and comparePlans', () => {
  it('save 84 % from $9,000 to $1,400, 93 % from $12,000 to $800', () => {
    expect(compareCosts(9_000, 1_400).savedShare).toBeCloseTo(0.844, 3);
    expect(compareCosts(12_000, 800).savedShare).toBeCloseTo(0.933, 3);
    expect(compareCosts(0, 5)).toEqual({ savedUsd: -5 });
  });

  it('save 80 to 92.5 % from 200,000 tokens a cycle to 40,000 or 15,000', () => {
    const plan = (contextTokens: number) => planIterations({ ...ITERATIONS, contextTokens }, MODEL);
    expect(comparePlans(plan(200_000), plan(40_000))).toMatchObject({ savedTokensShare: 0.8, savedUsd: 16 });
    expect(comparePlans(plan(200_000), plan(15_000)).savedShare).toBe(0.925);
    expect(comparePlans(plan(10), planIterations(ITERATIONS))).not.toHaveProperty('savedUsd');
  });
});
