import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCaching } from '../../../../src/core/cost/plan/planCaching.ts';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';

const MODEL = { input: 10, output: 50, cacheRead: 1, cacheWrite5m: 12.5, cacheWrite1h: 20 };

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
