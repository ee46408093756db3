import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const write = (chars: number) => ({
  tool: 'Write',
  action: 'write' as const,
  target: '/p/a.ts',
  inputChars: chars,
});

describe('verbose output', () => {
  it('is found where a file is written anew for a few lines, and reports are long', () => {
    // GPT-5.4 has 3.3 characters to the token here.
    const session = goldenSession({ model: 'gpt-5.4' }).prompt().call({ outputTokens: 9000 });
    session.use(10, write(33_000), { changedChars: 3300 }).call({ outputTokens: 2000 });
    session.event({ kind: 'answer', chars: 6600 });
    // 10,000 tokens less twice the 1,000 that were new; 2,000 less the 600 of an answer.
    expect(detect('verboseOutput', session)).toMatchObject([
      {
        tokens: 9400,
        kind: 'estimated',
        title: 'Verbose output: files written again as a whole, such as a.ts, and 1 long reports',
      },
    ]);
  });

  it('is none for new files, for files that are mostly new, and for answers to questions', () => {
    const fresh = goldenSession({ model: 'gpt-5.4' }).prompt().call().use(10, write(33_000)).call();
    expect(detect('verboseOutput', fresh)).toEqual([]);
    const rewritten = goldenSession({ model: 'gpt-5.4' })
      .prompt()
      .call()
      .use(10, write(33_000), { changedChars: 16_000 });
    expect(detect('verboseOutput', rewritten.call())).toEqual([]);
    const asked = goldenSession({ model: 'gpt-5.4' })
      .prompt()
      .call()
      .event({ kind: 'answer', chars: 30_000 });
    expect(detect('verboseOutput', asked)).toEqual([]);
  });
});
