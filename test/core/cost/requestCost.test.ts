import { calcPrice } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestCostPicoUsd, requestCostUsd } from '../../../src/core/cost/requestCost.ts';
import { findPrice } from '../../../src/core/models/prices/findPrice.ts';

const AT = Date.UTC(2026, 10, 22);
const MODELS = [
  'claude-opus-5',
  'claude-sonnet-4-5',
  'claude-opus-4-6',
  'gpt-5.5',
  'gpt-5.6-sol',
  'gpt-4',
  'gemini-3.1-pro-preview',
  'grok-4',
];

describe('requestCostUsd', () => {
  it('is what the package of the prices makes of any request', () => {
    const tokens = fc.record({
      inputTokens: fc.nat(400_000),
      outputTokens: fc.nat(100_000),
      cacheReadTokens: fc.nat(200_000),
      cacheWrite5mTokens: fc.nat(50_000),
      cacheWrite1hTokens: fc.nat(50_000),
    });
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), tokens, (model, all) => {
        const price = findPrice(model, AT);
        // The package has no one-hour price for most vendors, and refuses what it has no price for.
        const one = {
          ...all,
          ...(price?.cacheWrite5m === undefined && { cacheWrite5mTokens: 0 }),
          ...(price?.cacheWrite1h === undefined && { cacheWrite1hTokens: 0 }),
          ...(price?.cacheRead === undefined && { cacheReadTokens: 0 }),
        };
        const written = one.cacheWrite5mTokens + one.cacheWrite1hTokens;
        const context = one.inputTokens + one.cacheReadTokens + written;
        fc.pre(context !== 272_000);
        const theirs = calcPrice(
          {
            input_tokens: context,
            output_tokens: one.outputTokens,
            cache_read_tokens: one.cacheReadTokens,
            cache_write_tokens: written,
            cache_write_1h_tokens: one.cacheWrite1hTokens,
          },
          model,
          { timestamp: new Date(AT) },
        );
        expect(requestCostUsd(one, price)).toBeCloseTo(theirs!.total_price, 9);
      }),
    );
  });

  it('loses nothing in sums of any size', () => {
    const price = { input: 0.2288, output: 0.3432 };
    expect(requestCostPicoUsd({ inputTokens: 1 }, price)).toBe(228_800n);
    expect(requestCostPicoUsd({ inputTokens: 9_000_000_000_001, outputTokens: 1 }, price)).toBe(
      2_059_200_000_000_572_000n,
    );
    expect(requestCostUsd({ inputTokens: 3 }, { input: 0.1, output: 1 })).toBe(0.0000003);
  });

  it('takes the higher prices for all of a request over the line, cache included', () => {
    const price = findPrice('gpt-5.5');
    expect(requestCostUsd({ inputTokens: 72_000, cacheReadTokens: 200_000, outputTokens: 1000 }, price)).toBe(
      0.49,
    );
    expect(requestCostUsd({ inputTokens: 72_000, cacheReadTokens: 200_001, outputTokens: 1000 }, price)).toBe(
      0.965001,
    );
    expect(requestCostUsd({ inputTokens: 1_000_000 }, price, { contextTokens: 100_000 })).toBe(5);
  });

  it('knows fast mode and batches', () => {
    const price = findPrice('claude-opus-4-6');
    expect(requestCostUsd({ outputTokens: 1_000_000 }, price, { isFast: true })).toBe(150);
    expect(requestCostUsd({ outputTokens: 1_000_000 }, price, { isBatch: true })).toBe(12.5);
  });

  it('takes the input price where a provider has none for the cache', () => {
    expect(requestCostUsd({ cacheReadTokens: 1_000_000 }, { input: 30, output: 60 })).toBe(30);
  });

  it('is unknown without a price, and for tokens that are no numbers', () => {
    expect(requestCostUsd({ inputTokens: 1 }, undefined)).toBeUndefined();
    expect(requestCostUsd({ inputTokens: Number.NaN }, { input: 1, output: 1 })).toBeUndefined();
    expect(
      requestCostUsd({ inputTokens: Number.POSITIVE_INFINITY }, { input: 1, output: 1 }),
    ).toBeUndefined();
  });
});
