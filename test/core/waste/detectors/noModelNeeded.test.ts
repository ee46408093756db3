import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const plain = { tier: 'none', confidence: 0.9 } as const;

describe('work that needed no model', () => {
  it('is found where a prompt only ran a command', () => {
    const session = goldenSession().prompt(plain).call().use(20, { target: 'git push' }).call();
    expect(detect('noModelNeeded', session)).toMatchObject([
      { tokens: 20_200, kind: 'measured', items: [{ name: 'git push' }] },
    ]);
  });

  it('is none where the model wrote something, changed a file, or was asked for more', () => {
    const written = goldenSession().prompt(plain).call().use(20, { inputChars: 900 }).call();
    expect(detect('noModelNeeded', written)).toEqual([]);
    expect(detect('noModelNeeded', goldenSession().prompt(plain).call().edit('/p/a.ts').call())).toEqual([]);
    expect(
      detect(
        'noModelNeeded',
        goldenSession()
          .prompt({ ...plain, chars: 300 })
          .call()
          .use(20)
          .call(),
      ),
    ).toEqual([]);
    expect(
      detect(
        'noModelNeeded',
        goldenSession()
          .prompt({ ...plain, tier: 'bulk' })
          .call()
          .use(20)
          .call(),
      ),
    ).toEqual([]);
  });
});
