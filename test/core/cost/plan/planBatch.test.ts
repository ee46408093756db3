import { describe, expect, it } from 'vitest';
import { planBatch } from '../../../../src/core/cost/plan/planBatch.ts';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';

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
