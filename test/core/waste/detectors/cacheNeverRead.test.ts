import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const write = { cacheReadTokens: 0, cacheWrite5mTokens: 9000 };

describe('caches that nobody reads', () => {
  it('are found in conversations of one call', () => {
    const agents = ['a', 'b'].map((agentId) => goldenSession({ agentId }).call(write));
    const [found] = detect('cacheNeverRead', ...agents);
    expect(found).toMatchObject({ tokens: 18_000, kind: 'measured' });
    // $6.25 a million instead of $5.
    expect(found?.costUsd).toBeCloseTo(18_000 * 1.25e-6, 12);
  });

  it('are none where a second call reads them, or little is written', () => {
    expect(detect('cacheNeverRead', goldenSession().call(write).call())).toEqual([]);
    expect(detect('cacheNeverRead', goldenSession().call({ ...write, cacheWrite5mTokens: 7000 }))).toEqual(
      [],
    );
  });
});
