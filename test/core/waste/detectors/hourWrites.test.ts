import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const MINUTE_MS = 60_000;
const hour = { cacheReadTokens: 100_000, cacheWrite1hTokens: 10_000 };

describe('writes for an hour', () => {
  it('are found where no pause needs them', () => {
    const [found] = detect('hourWrites', goldenSession().calls(3, hour));
    expect(found).toMatchObject({ tokens: 30_000, kind: 'measured' });
    // $10 a million instead of $6.25.
    expect(found?.costUsd).toBeCloseTo(30_000 * 3.75e-6, 12);
  });

  it('are none where a pause of half an hour has used them', () => {
    const session = goldenSession()
      .calls(2, hour)
      .call({ ...hour, cacheReadTokens: 110_000, pauseMs: 30 * MINUTE_MS });
    expect(detect('hourWrites', session)).toEqual([]);
  });

  it('are none for five minutes', () => {
    expect(detect('hourWrites', goldenSession().calls(3, { cacheWrite5mTokens: 10_000 }))).toEqual([]);
  });
});
