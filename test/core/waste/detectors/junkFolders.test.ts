import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

describe('junk folders', () => {
  it('are found where dependencies and lock files are read', () => {
    const session = goldenSession()
      .call()
      .read('/p/node_modules/x/index.js', 8000)
      .read('/p/package-lock.json', 4000)
      .read('/p/src/a.ts', 9000)
      .calls(2);
    // 12,000 tokens through two calls.
    expect(detect('junkFolders', session)).toMatchObject([
      { tokens: 24_000, title: '12,000 tokens were read from node_modules, package-lock.json' },
    ]);
  });

  it('are none for a look at a type, and for folders that only sound like them', () => {
    const session = goldenSession()
      .call()
      .read('/p/node_modules/x/index.d.ts', 2000)
      .read('/p/src/build/a.ts', 50_000);
    expect(detect('junkFolders', session.call())).toEqual([]);
  });
});
