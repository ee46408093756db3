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

  const started = (tokens: number[]) => {
    const session = goldenSession().call();
    for (const index of tokens.keys()) {
      session.use(
        500,
        { tool: 'Agent', action: 'delegate', target: 'Explore', callId: `t${index}` },
        { callId: `t${index}` },
      );
    }
    session.calls(3);
    for (const [index, size] of tokens.entries())
      session.event({ kind: 'subAgent', callId: `t${index}`, tokens: size });
    return session;
  };

  it('is found without the logs of the agents, by what they said in the end, and has no price', () => {
    const [found] = detect('subAgentFanOut', started([20_000, 30_000, 40_000, 50_000]));
    expect(found).toMatchObject({
      title: '4 sub-agents at once ended with 140,000 tokens in their contexts',
      tokens: 140_000,
      kind: 'measured',
      costUsd: Number.NaN,
      charges: [],
    });
    expect(found?.items[0]).toMatchObject({ name: 'sub-agent Explore', tokens: 20_000 });
  });

  it('is told once of agents whose logs are there', () => {
    const told = started([20_000, 30_000, 40_000, 50_000]);
    expect(detect('subAgentFanOut', told, ...agents(4))).toMatchObject([{ tokens: 48_000 }]);
  });

  it('is none for three that ended, or for small ones', () => {
    expect(detect('subAgentFanOut', started([90_000, 90_000, 90_000]))).toEqual([]);
    expect(detect('subAgentFanOut', started([9000, 9000, 9000, 9000]))).toEqual([]);
  });
});
