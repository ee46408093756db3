import { describe, expect, it } from 'vitest';
import { compareCosts } from '../../../../src/core/cost/plan/compareCosts.ts';
import { comparePrompt } from '../../../../src/core/cost/plan/composition.ts';
import { compoundError } from '../../../../src/core/cost/plan/compoundError.ts';
import { planBatch } from '../../../../src/core/cost/plan/planBatch.ts';
import { planCaching } from '../../../../src/core/cost/plan/planCaching.ts';
import { planFineTuning } from '../../../../src/core/cost/plan/planFineTuning.ts';
import { planIterations } from '../../../../src/core/cost/plan/planIterations.ts';
import { planOutput } from '../../../../src/core/cost/plan/planOutput.ts';
import { planVolume } from '../../../../src/core/cost/plan/planVolume.ts';

const NO_HISTORY = { history: 'none', turnTokens: 500, windowTurns: 4, summaryTokens: 200 } as const;
const ITERATIONS = { ...NO_HISTORY, contextTokens: 200_000, iterations: 10, outputTokens: 0, retries: 0 };
const MODEL = { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5, cacheWrite1h: 20 };

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
