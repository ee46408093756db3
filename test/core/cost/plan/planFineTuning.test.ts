import { describe, expect, it } from 'vitest';
import { planFineTuning } from '../../../../src/core/cost/plan/planFineTuning.ts';

describe('planFineTuning', () => {
  const INPUT = {
    requestsPerDay: 20_000,
    fewShotInputTokens: 1_500,
    tunedInputTokens: 200,
    outputTokens: 50,
    trainingUsd: 25,
  };
  const BASE = { input: 0.15, output: 0.6 };

  it('saves 53 % of $5.10 a day and pays in nine days, not in less than seven', () => {
    const plan = planFineTuning(INPUT, BASE, { input: 0.3, output: 1.2 });
    expect(plan.fewShotUsdPerDay).toBeCloseTo(5.1, 9);
    expect(plan.tunedUsdPerDay).toBeCloseTo(2.4, 9);
    expect(plan.savedShare).toBeCloseTo(0.529, 3);
    expect(plan.savedUsdPerMonth).toBeCloseTo(81, 9);
    expect(plan.paybackDays).toBeCloseTo(9.26, 2);
    expect(plan.yearlyReturn).toBeCloseTo(38.42, 2);
  });

  it('never pays when the tuned model is dearer', () => {
    expect(planFineTuning(INPUT, BASE, { input: 30, output: 60 })).not.toHaveProperty('paybackDays');
  });
});
