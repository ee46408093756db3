import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCosts } from '../../../../src/core/cost/plan/compareCosts.ts';
import { comparePlans } from '../../../../src/core/cost/plan/comparePlans.ts';
import { comparePrompt } from '../../../../src/core/cost/plan/composition.ts';
import { compoundError } from '../../../../src/core/cost/plan/compoundError.ts';
import { historyTokensBefore } from '../../../../src/core/cost/plan/historyGrowth.ts';
import { planBatch } from '../../../../src/core/cost/plan/planBatch.ts';
import { planCaching } from '../../../../src/core/cost/plan/planCaching.ts';
import { planFineTuning } from '../../../../src/core/cost/plan/planFineTuning.ts';
import { planIterations } from '../../../../src/core/cost/plan/planIterations.ts';
import { planOutput } from '../../../../src/core/cost/plan/planOutput.ts';
import { planVolume } from '../../../../src/core/cost/plan/planVolume.ts';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';

const NO_HISTORY = { history: 'none', turnTokens: 500, windowTurns: 4, summaryTokens: 200 } as const;
const ITERATIONS = { ...NO_HISTORY, contextTokens: 200_000, iterations: 10, outputTokens: 0, retries: 0 };
const MODEL = { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5, cacheWrite1h: 20 };

describe('planIterations', () => {
  it('makes 2 million tokens of 200,000 and ten iterations', () => {
    expect(planIterations(ITERATIONS, MODEL)).toEqual({
      inputTokens: 2_000_000,
      outputTokens: 0,
      totalTokens: 2_000_000,
      lastInputTokens: 200_000,
      costUsd: 20,
    });
  });

  it('adds history, answers and retries', () => {
    const plan = planIterations(
      { ...ITERATIONS, contextTokens: 1000, iterations: 3, outputTokens: 100, retries: 0.5, history: 'full' },
      MODEL,
    );
    expect(plan).toEqual({
      inputTokens: 6750,
      outputTokens: 450,
      totalTokens: 7200,
      lastInputTokens: 2000,
      costUsd: 0.09,
    });
  });

  it('prices each iteration by itself: only those over the line are dearer', () => {
    const price = findPrice('gpt-5.5');
    const two = {
      ...ITERATIONS,
      contextTokens: 272_000,
      iterations: 2,
      history: 'full',
      turnTokens: 1000,
    } as const;
    expect(planIterations(two, price).costUsd).toBe(1.36 + 2.73);
  });

  it('knows no cost without a price', () => {
    expect(planIterations(ITERATIONS)).not.toHaveProperty('costUsd');
  });
});

describe('historyTokensBefore', () => {
  const tokensAt = (turn: number, history: 'full' | 'window' | 'windowAndSummary') =>
    historyTokensBefore(turn, { ...NO_HISTORY, history });

  it('grows by 500 tokens a turn to 10,000 at the 20th, and a window of four holds it at 2,000: 80 % less', () => {
    expect([1, 5, 10, 20].map((turn) => tokensAt(turn + 1, 'full'))).toEqual([500, 2_500, 5_000, 10_000]);
    expect(tokensAt(21, 'window')).toBe(2_000);
    expect(1 - tokensAt(21, 'window') / tokensAt(21, 'full')).toBe(0.8);
  });

  it('has a summary only once there is something before the window', () => {
    expect([1, 5, 6, 21].map((turn) => tokensAt(turn, 'windowAndSummary'))).toEqual([0, 2_000, 2_200, 2_200]);
  });

  it('is never more with a window than without', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(5000),
        fc.nat(50),
        (turn, turnTokens, windowTurns) => {
          const rule = { turnTokens, windowTurns, summaryTokens: 0 };
          const windowed = historyTokensBefore(turn, { ...rule, history: 'window' });
          expect(windowed).toBeLessThanOrEqual(historyTokensBefore(turn, { ...rule, history: 'full' }));
        },
      ),
    );
  });
});

describe('planCaching', () => {
  const DAILY = { prefixTokens: 2_000, callsPerDay: 10_000, writesPerDay: 0, lifetime: '5m' } as const;

  it('saves $54 a day, $1,620 a month of 2,000 tokens in 10,000 calls at $3', () => {
    expect(planCaching(DAILY, { input: 3, output: 15, cacheRead: 0.3 })).toMatchObject({
      uncachedUsdPerDay: 60,
      cachedUsdPerDay: 6,
      savedUsdPerDay: 54,
      savedUsdPerMonth: 1_620,
      savedShare: 0.9,
    });
  });

  it('counts what writing costs', () => {
    expect(planCaching({ ...DAILY, writesPerDay: 10_000 }, MODEL)?.savedUsdPerDay).toBe(-50);
    expect(planCaching({ ...DAILY, writesPerDay: 10_000, lifetime: '1h' }, MODEL)?.savedUsdPerDay).toBe(-200);
  });

  it('breaks even at the second call within five minutes, at the third within an hour', () => {
    expect(planCaching(DAILY, MODEL)?.breakEvenCalls).toBe(2);
    expect(planCaching({ ...DAILY, lifetime: '1h' }, MODEL)?.breakEvenCalls).toBe(3);
    expect(planCaching(DAILY, findPrice('gpt-5.4'))?.breakEvenCalls).toBe(2);
    expect(planCaching(DAILY, { input: 1, output: 1, cacheRead: 1 })).not.toHaveProperty('breakEvenCalls');
  });

  it('breaks even where the costs of so many calls really cross', () => {
    const positive = fc.integer({ min: 2, max: 1000 }).map((n) => n / 10);
    fc.assert(
      fc.property(positive, positive, positive, (input, readPart, extra) => {
        const price = { input, output: 1, cacheRead: input / (1 + readPart), cacheWrite5m: input + extra };
        const calls = planCaching({ ...DAILY, prefixTokens: 1_000_000 }, price)?.breakEvenCalls ?? 0;
        const saved = (n: number) => n * price.input - price.cacheWrite5m - (n - 1) * price.cacheRead;
        expect(saved(calls)).toBeGreaterThan(-0.001);
        expect(saved(calls - 1)).toBeLessThanOrEqual(0.001);
      }),
    );
  });

  it('is unknown where the provider names no price', () => {
    expect(planCaching(DAILY, findPrice('gpt-4'))).toBeUndefined();
    expect(planCaching({ ...DAILY, lifetime: '1h' }, findPrice('gpt-5.4'))).toBeUndefined();
    expect(planCaching(DAILY, undefined)).toBeUndefined();
  });
});

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

describe('planBatch', () => {
  const INPUT = { requests: 1000, inputTokens: 1_000, outputTokens: 0, waitHours: 24 };

  it('asks half: $0.13 per million embedding tokens become $0.065', () => {
    expect(planBatch(INPUT, { input: 0.13, output: 0, batchFactor: 0.5 })).toEqual({
      isEligible: true,
      reason: 'nobody waits for it, and the provider has a price for it',
      directUsd: 0.13,
      batchUsd: 0.065,
      savedShare: 0.5,
    });
  });

  it('says why not', () => {
    expect(planBatch({ ...INPUT, waitHours: 1 }, findPrice('gpt-5.4'))).toMatchObject({
      isEligible: false,
      reason: 'a batch may take 24 hours',
    });
    expect(planBatch(INPUT, findPrice('grok-4'))).not.toHaveProperty('batchUsd');
    expect(planBatch(INPUT)).toEqual({ isEligible: false, reason: 'the model is unpriced' });
  });
});

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

describe('comparePrompt', () => {
  it('holds each part against its band', () => {
    const tokens = { system: 200, context: 350, retrieved: 100, history: 200, output: 150 };
    expect(comparePrompt(tokens).map(({ part, share, verdict }) => [part, share, verdict])).toEqual([
      ['system', 0.2, 'within'],
      ['context', 0.35, 'within'],
      ['retrieved', 0.1, 'below'],
      ['history', 0.2, 'within'],
      ['output', 0.15, 'within'],
    ]);
    expect(comparePrompt({ ...tokens, history: 5_000 }).find(({ part }) => part === 'history')?.verdict).toBe(
      'above',
    );
  });
});

describe('a number that no plan can be made from', () => {
  it.each([
    ['contextTokens', { contextTokens: 0 }],
    ['contextTokens', { contextTokens: 1e30 }],
    ['iterations', { iterations: -1 }],
    ['iterations', { iterations: 1.5 }],
    ['outputTokens', { outputTokens: Number.NaN }],
    ['retries', { retries: Number.POSITIVE_INFINITY }],
  ])('names the field %s', (field, wrong) => {
    expect(() => planIterations({ ...ITERATIONS, ...wrong }, MODEL)).toThrow(
      new RegExp(`^${field} must be a`),
    );
  });

  it('names it in every other plan too', () => {
    const none = { system: 0, context: 0, retrieved: 0, history: 0, output: 0 };
    expect(() => comparePrompt(none)).toThrow('context must be above 0');
    expect(() => comparePrompt({ ...none, system: -1 })).toThrow('system must be');
    expect(() => compoundError(1.1, 5)).toThrow('stepAccuracy must be a number from 0 to 1');
    expect(() => compareCosts(-1, 0)).toThrow('beforeUsd must be');
    expect(() => planVolume({ requestsPerMonth: 0, inputTokens: 1, outputTokens: 1 })).toThrow(
      'requestsPerMonth must be',
    );
    expect(() => planBatch({ requests: 1, inputTokens: 1, outputTokens: 1, waitHours: -1 })).toThrow(
      'waitHours must be',
    );
    expect(() =>
      planCaching({ prefixTokens: 1, callsPerDay: 1, writesPerDay: 2, lifetime: '5m' }, MODEL),
    ).toThrow('writesPerDay must be');
    expect(() => planOutput({ expectedTokens: 0, maxTokens: 1, requestsPerMonth: 1 })).toThrow(
      'expectedTokens must be',
    );
    const tuning = {
      requestsPerDay: 1,
      fewShotInputTokens: 1,
      tunedInputTokens: 1,
      outputTokens: 1,
      trainingUsd: -1,
    };
    expect(() => planFineTuning(tuning, MODEL, MODEL)).toThrow('trainingUsd must be');
  });
});
