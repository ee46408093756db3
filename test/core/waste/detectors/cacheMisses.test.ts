import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const MINUTE_MS = 60_000;
const warm = { cacheReadTokens: 50_000, cacheWrite5mTokens: 1000 };
const cold = { cacheReadTokens: 1000, cacheWrite5mTokens: 51_000 };

describe('cache misses', () => {
  it('are a broken prefix while the cache lives', () => {
    const session = goldenSession()
      .call(warm)
      .call({ ...cold, pauseMs: MINUTE_MS });
    const [found] = detect('cacheBroken', session);
    // 51,000 tokens were in the cache, 1,000 of them were read.
    expect(found).toMatchObject({ tokens: 50_000, kind: 'measured' });
    // Written for $6.25 a million instead of read for $0.50.
    expect(found?.costUsd).toBeCloseTo(50_000 * 5.75e-6, 9);
    expect(detect('cacheExpired', session)).toEqual([]);
  });

  it('name the cause where it is known', () => {
    const session = goldenSession().call(warm).use(10, { tool: 'ToolSearch', action: 'other' }).call(cold);
    expect(detect('cacheBroken', session)[0]?.items[0]?.note).toBe('after 3 s, when tools were loaded');
  });

  it('are an expired cache after its life', () => {
    const session = goldenSession()
      .call(warm)
      .call({ ...cold, pauseMs: 6 * MINUTE_MS });
    expect(detect('cacheExpired', session)).toMatchObject([
      { tokens: 50_000, title: 'The cache expired during a pause: 50,000 tokens were written again' },
    ]);
    expect(detect('cacheBroken', session)).toEqual([]);
  });

  it('respect the hour of a cache that was paid for', () => {
    const hour = { cacheReadTokens: 50_000, cacheWrite1hTokens: 1000 };
    const session = goldenSession()
      .call(hour)
      .call({ ...cold, pauseMs: 30 * MINUTE_MS });
    expect(detect('cacheExpired', session)).toEqual([]);
    expect(detect('cacheBroken', session)).toHaveLength(1);
  });

  it('are none where the cache is read, where little is lost, after a compaction and with a smaller context', () => {
    const misses = (session: ReturnType<typeof goldenSession>) => [
      ...detect('cacheBroken', session),
      ...detect('cacheExpired', session),
    ];
    expect(
      misses(goldenSession().call(warm).call({ cacheReadTokens: 51_000, cacheWrite5mTokens: 900 })),
    ).toEqual([]);
    expect(
      misses(goldenSession().call(warm).call({ cacheReadTokens: 45_000, cacheWrite5mTokens: 7000 })),
    ).toEqual([]);
    expect(misses(goldenSession().call(warm).event({ kind: 'compaction' }).call(cold))).toEqual([]);
    expect(
      misses(goldenSession().call(warm).call({ cacheReadTokens: 1000, cacheWrite5mTokens: 20_000 })),
    ).toEqual([]);
  });
});
