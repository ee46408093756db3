import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const large = { cacheReadTokens: 60_000 };

function work(session: ReturnType<typeof goldenSession>, folder: string, isFollowUp?: true) {
  session.prompt(isFollowUp ? { isFollowUp } : {}).call(large);
  for (const file of ['a', 'b', 'c']) session.read(`/p/${folder}/${file}.ts`, 100);
  return session.calls(9, large);
}

describe('conversations never reset', () => {
  it('are found from the prompt on that turns to other files', () => {
    const session = work(work(goldenSession().prompt().call(), 'first'), 'second');
    // 60,000 − 10,000 of the first call − 3,000 for a summary, through ten calls.
    expect(detect('neverReset', session)).toMatchObject([
      { tokens: 470_000, kind: 'estimated', items: [{ tokens: 47_000, note: 'then a.ts, b.ts, c.ts' }] },
    ]);
  });

  it('are none for the same folder, for a prompt that goes on, and for little history', () => {
    expect(detect('neverReset', work(work(goldenSession().prompt().call(), 'first'), 'first'))).toEqual([]);
    expect(
      detect('neverReset', work(work(goldenSession().prompt().call(), 'first'), 'second', true)),
    ).toEqual([]);
    const small = work(work(goldenSession().prompt().call({ cacheReadTokens: 30_000 }), 'first'), 'second');
    expect(detect('neverReset', small)).toEqual([]);
  });
});
