import { describe, expect, it } from 'vitest';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';
import { LIST_PRICES } from '../../../../src/core/models/prices/listPrices.ts';
import { listPriceRows } from './listPriceRows.ts';

describe('findPrice', () => {
  it('has the list as the package has it', () => {
    expect(LIST_PRICES.trim().split('\n')).toEqual(listPriceRows());
  });

  it('knows caches, long contexts, fast mode and batches', () => {
    expect(findPrice('claude-opus-4-8')).toEqual({
      input: 5,
      output: 25,
      cacheRead: 0.5,
      cacheWrite5m: 6.25,
      cacheWrite1h: 10,
      fastFactor: 2,
      usFactor: 1.1,
      batchFactor: 0.5,
    });
    expect(findPrice('gpt-5.4')?.longContext).toEqual({
      aboveTokens: 272_000,
      input: 5,
      output: 22.5,
      cacheRead: 0.5,
    });
    expect(findPrice('grok-4')).toEqual({ input: 3, output: 15, cacheRead: 0.75 });
  });

  it('goes by the day', () => {
    expect(findPrice('claude-opus-4-6', Date.UTC(2026, 2, 12))?.longContext?.input).toBe(10);
    expect(findPrice('claude-opus-4-6', Date.UTC(2026, 2, 13))?.longContext).toBeUndefined();
    expect(findPrice('gpt-5.6-sol', Date.UTC(2026, 7, 20))?.input).toBe(5);
    expect(findPrice('gpt-5.6-sol')?.input).toBe(4);
    expect(findPrice('gemini-3.6-flash')?.input).toBe(0.75);
  });

  it('follows a name that means one model after another', () => {
    const inputOn = (month: number, day: number) =>
      findPrice('codex-auto-review', Date.UTC(2026, month - 1, day))?.input;
    expect([inputOn(4, 22), inputOn(4, 23), inputOn(7, 8)]).toEqual([2.5, 5, 5]);
    expect([inputOn(7, 9), inputOn(7, 29), inputOn(7, 30)]).toEqual([1, 1, 0.2]);
    expect(findPrice('codex-auto-review')).toEqual(findPrice('gpt-5.6-luna'));
  });

  it('is unknown, not free, for a model without a price', () => {
    expect(findPrice('gpt-oss-120b')).toBeUndefined();
    expect(findPrice('toString')).toBeUndefined();
  });
});
