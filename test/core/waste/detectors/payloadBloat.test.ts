import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

describe('large tool results', () => {
  it('are found, with what the reducer would have left out, or all above what is enough', () => {
    const session = goldenSession()
      .call()
      .use(10_000, { target: 'npm test' }, { chars: 20_000, reducedChars: 5000 })
      .call()
      .use(6000, { action: 'search', target: 'rg' })
      .calls(2);
    // 10,000 × 75 % through three calls, (6,000 − 1,500) through two.
    expect(detect('payloadBloat', session)).toMatchObject([
      {
        tokens: 31_500,
        kind: 'estimated',
        items: [{ tokens: 10_000, note: 'the log reducer leaves 25 %' }, { tokens: 6000 }],
      },
    ]);
  });

  it('are none where files are read, and where results are small', () => {
    expect(detect('payloadBloat', goldenSession().call().read('/p/a.ts', 30_000).call())).toEqual([]);
    const small = goldenSession().call();
    for (let times = 0; times < 10; times++) small.use(3900).call();
    expect(detect('payloadBloat', small)).toEqual([]);
  });
});
