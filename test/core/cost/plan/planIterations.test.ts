import { describe, expect, it } from 'vitest';
import { planIterations } from '../../../../src/core/cost/plan/planIterations.ts';
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
