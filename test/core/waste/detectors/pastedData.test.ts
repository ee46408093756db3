import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const PASTED = { chars: 33_000, reducedChars: 3300 };

const session = (sessionId: string, pasted = PASTED, project = '/p') =>
  goldenSession({ sessionId, model: 'gpt-5.4', project, startMs: sessionId.charCodeAt(0) * 1_000_000 })
    .prompt({ chars: 33_100, pasted })
    .calls(3);

describe('pasted data', () => {
  it('is found with what the reducer would have left out, for as long as it was carried', () => {
    // 10,000 tokens each, of which 9,000 need not have been in three calls.
    expect(detect('pastedData', session('a'), session('b'))).toMatchObject([
      {
        title: '20,000 tokens of logs and other data were pasted into 2 prompts',
        tokens: 54_000,
        kind: 'estimated',
        items: [{ tokens: 10_000, note: 'the log reducer leaves 1,000 tokens' }, {}],
      },
    ]);
  });

  it('ends where the context was compacted', () => {
    const compacted = session('a').event({ kind: 'compaction', beforeTokens: 100_000 }).calls(5);
    expect(detect('pastedData', compacted, session('b'))[0]?.tokens).toBe(54_000);
  });

  it('is none once, in another project, when it is short, and when a model has written it', () => {
    expect(detect('pastedData', session('a'))).toEqual([]);
    expect(detect('pastedData', session('a'), session('b', PASTED, '/q'))).toEqual([]);
    const short = { chars: 8000, reducedChars: 4000 };
    expect(detect('pastedData', session('a', short), session('b', short))).toEqual([]);
    const told = (agentId: string) =>
      goldenSession({ agentId }).prompt({ chars: 33_100, pasted: PASTED }).calls(3);
    expect(detect('pastedData', told('x'), told('y'))).toEqual([]);
  });
});
