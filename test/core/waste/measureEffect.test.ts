import { describe, expect, it } from 'vitest';
import { createWasteFinder } from '../../../src/core/waste/wasteFinder.ts';
import { goldenSession } from '../../fixtures/waste/goldenSession.ts';

const DAY_MS = 86_400_000;
const AT = Date.UTC(2026, 6, 10);

/** Some calls, and a dependency read with so many tokens in the last but one of them. */
function session(sessionId: string, startMs: number, junkTokens: number, project = '/p') {
  return goldenSession({ sessionId, startMs, project })
    .calls(38)
    .read(`${project}/node_modules/x/a.js`, junkTokens)
    .calls(2);
}

function effect(...sessions: readonly ReturnType<typeof goldenSession>[]) {
  return effectOf({}, ...sessions);
}

function effectOf(fields: { seenMs?: number }, ...sessions: readonly ReturnType<typeof goldenSession>[]) {
  const finder = createWasteFinder();
  finder.find(
    sessions.flatMap(({ records }) => records),
    sessions.flatMap(({ events }) => events),
  );
  return finder.measure([{ detector: 'junkFolders', project: '/p', atMs: AT, ...fields }])[0];
}

describe('what became of an action', () => {
  const before = session('before', AT - 2 * DAY_MS, 20_000);

  it.each([
    [0, 'worked'],
    [14_000, 'partly'],
    [20_000, 'noEffect'],
  ])('is measured by the same figure: %i tokens afterwards', (tokens, verdict) => {
    // 20,000 tokens in two of forty calls.
    expect(effect(before, session('after', AT + DAY_MS, tokens))).toMatchObject({
      verdict,
      tokensPerCallBefore: 1000,
      tokensPerCallAfter: tokens / 20,
      callsAfter: 40,
    });
  });

  it('cannot be told while little was logged, or nothing was wasted before', () => {
    const few = goldenSession({ sessionId: 'few', startMs: AT + DAY_MS }).calls(10);
    expect(effect(before, few)?.verdict).toBe('tooEarly');
    expect(effect(before)).toMatchObject({ verdict: 'tooEarly', callsAfter: 0 });
    const clean = session('clean', AT - DAY_MS, 0);
    expect(effect(clean, session('after', AT + DAY_MS, 0))?.verdict).toBe('tooEarly');
  });

  it('goes by the project, and by the two weeks before', () => {
    const old = session('old', AT - 20 * DAY_MS, 90_000);
    const other = session('other', AT + DAY_MS, 90_000, '/q');
    expect(effect(before, old, other, session('after', AT + DAY_MS, 0))).toMatchObject({
      verdict: 'worked',
      tokensPerCallBefore: 1000,
    });
  });

  it('is told of waste that was seen long before something was done about it', () => {
    const long = session('long', AT - 50 * DAY_MS, 20_000);
    const seen = { seenMs: AT - 50 * DAY_MS };
    expect(effect(long, session('after', AT + DAY_MS, 0))?.verdict).toBe('tooEarly');
    expect(effectOf(seen, long, session('after', AT + DAY_MS, 0))).toMatchObject({
      verdict: 'worked',
      tokensPerCallBefore: 1000,
    });
  });

  it('leaves out a session that went on after it, for it is of both', () => {
    const through = goldenSession({ sessionId: 'through', startMs: AT - 5000, project: '/p' }).calls(60);
    expect(effect(before, through)).toMatchObject({ verdict: 'tooEarly', callsAfter: 0 });
  });
});
