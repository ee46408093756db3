import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const agents = (count: number, apartMs = 1000) =>
  Array.from({ length: count }, (_, index) =>
    goldenSession({ agentId: `a${index}`, startMs: Date.UTC(2026, 6, 1, 12) + index * apartMs })
      .call({ cacheReadTokens: 0, cacheWrite5mTokens: 12_000 })
      .read('/p/README.md', 500)
      .call(),
  );

describe('sub-agent fan-out', () => {
  it('is found with what all of them read to begin', () => {
    const [found] = detect('subAgentFanOut', ...agents(4));
    expect(found).toMatchObject({ tokens: 48_000, kind: 'measured' });
    expect(found?.items.at(-1)).toMatchObject({ name: '/p/README.md', note: 'read by 4 of them' });
  });

  it('is none for a few, and for some that follow each other', () => {
    expect(detect('subAgentFanOut', ...agents(3))).toEqual([]);
    expect(detect('subAgentFanOut', ...agents(5, 5 * 60_000))).toEqual([]);
  });
});
