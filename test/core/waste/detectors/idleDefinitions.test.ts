import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const skills = { kind: 'definitions', what: 'skills', names: ['a', 'b', 'c', 'x:d'], chars: 6600 } as const;
const sessions = (count: number, used: readonly string[] = []) =>
  Array.from({ length: count }, (_, index) => {
    const session = goldenSession({ sessionId: `s${index}`, startMs: index * 100_000, model: 'gpt-5.4' })
      .event(skills)
      .call();
    for (const target of used) session.use(10, { tool: 'Skill', action: 'delegate', target });
    return session.call();
  });

describe('idle definitions', () => {
  it('are found where most of a list is never used', () => {
    // 2,000 tokens, three quarters of them idle, in two calls of three sessions.
    expect(detect('idleDefinitions', ...sessions(3, ['d']))).toMatchObject([
      { tokens: 9000, title: '4 skills are listed in every session, 1 of them were used in 3 sessions' },
    ]);
  });

  it('are none where half of it is used, and in few sessions', () => {
    expect(detect('idleDefinitions', ...sessions(3, ['a', 'b', 'c']))).toEqual([]);
    expect(detect('idleDefinitions', ...sessions(2))).toEqual([]);
  });
});
