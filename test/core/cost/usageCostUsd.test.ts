import { describe, expect, it } from 'vitest';
import { usageCostUsd } from '../../../src/core/cost/usageCostUsd.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { usageRecord } from '../usage/usageRecord.ts';

const million = 1_000_000;
const nothing = { inputTokens: 0, outputTokens: 0 };

describe('usageCostUsd', () => {
  it.each([
    ['inputTokens', 5],
    ['outputTokens', 25],
    ['cacheReadTokens', 0.5],
    ['cacheWrite5mTokens', 6.25],
    ['cacheWrite1hTokens', 10],
  ] as const)('prices %s of Claude Opus 5 at $%d per million', (kind, usd) => {
    expect(usageCostUsd(usageRecord({ ...nothing, [kind]: million }))).toBeCloseTo(usd, 9);
  });

  it('multiplies by the factor of fast mode', () => {
    const fast = usageRecord({ ...nothing, model: 'claude-opus-4-6', outputTokens: million, speed: 'fast' });
    expect(usageCostUsd(fast)).toBeCloseTo(150, 9);
  });

  it('asks a tenth more for the United States alone, where the model is dearer there', () => {
    const usOnly = (model: string, fields: Partial<UsageRecord> = {}) =>
      usageCostUsd(usageRecord({ ...nothing, model, outputTokens: million, inferenceGeo: 'us', ...fields }));
    expect(usOnly('claude-opus-4-6', { webSearches: 1 })).toBeCloseTo(27.51, 9);
    expect(usOnly('claude-opus-4-6', { speed: 'fast' })).toBeCloseTo(165, 9);
    expect(usOnly('claude-sonnet-5-5')).toBeCloseTo(11, 9);
    expect(usOnly('claude-opus-4-5-20251101')).toBeCloseTo(25, 9);
    expect(usOnly('claude-haiku-4-5')).toBeCloseTo(5, 9);
  });

  it('takes the higher price for all of a request whose context is over the line', () => {
    const usage = { ...nothing, model: 'gpt-5.5', outputTokens: 1000, inputTokens: 72_000 };
    expect(usageCostUsd(usageRecord({ ...usage, cacheReadTokens: 200_000 }))).toBeCloseTo(
      0.36 + 0.1 + 0.03,
      9,
    );
    expect(usageCostUsd(usageRecord({ ...usage, cacheReadTokens: 200_001 }))).toBeCloseTo(
      0.72 + 0.200001 + 0.045,
      9,
    );
  });

  it('goes by the context of one request where a record stands for several', () => {
    const usage = usageRecord({ ...nothing, model: 'gpt-5.5', inputTokens: million, requests: 10 });
    expect(usageCostUsd({ ...usage, contextTokens: 100_000 })).toBeCloseTo(5, 9);
  });

  it('knows until when a surcharge was asked', () => {
    const usage = { ...nothing, model: 'claude-opus-4-6', inputTokens: 300_000 };
    expect(usageCostUsd(usageRecord({ ...usage, timestampMs: Date.UTC(2026, 2, 12) }))).toBeCloseTo(3, 9);
    expect(usageCostUsd(usageRecord({ ...usage, timestampMs: Date.UTC(2026, 2, 13) }))).toBeCloseTo(1.5, 9);
  });

  it('adds web searches', () => {
    expect(usageCostUsd(usageRecord({ ...nothing, webSearches: 3 }))).toBeCloseTo(0.03, 9);
  });

  it('gives no cost for a model without a price, nor for tokens that are not known', () => {
    expect(usageCostUsd(usageRecord({ model: 'brand-new' }))).toBeUndefined();
    expect(usageCostUsd(usageRecord({ model: '__proto__' }))).toBeUndefined();
    expect(usageCostUsd({ model: 'gpt-5.5', timestampMs: 0, requests: 1 })).toBeUndefined();
  });

  it('goes by the prices that it is given', () => {
    const usage = usageRecord({ ...nothing, model: 'mine', inputTokens: 1_000_000 });
    expect(usageCostUsd(usage, () => ({ input: 7, output: 1 }))).toBeCloseTo(7, 9);
    expect(usageCostUsd(usage, () => undefined)).toBeUndefined();
  });
});
