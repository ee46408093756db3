import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

describe('compaction churn', () => {
  const compaction = { kind: 'compaction', trigger: 'auto', beforeTokens: 160_000 } as const;

  it('is found where files are read again soon after', () => {
    const session = goldenSession().call().read('/p/a.ts', 6000).call().event(compaction).call();
    session.read('/p/a.ts', 6000).calls(2);
    expect(detect('compactionChurn', session)).toMatchObject([
      { tokens: 12_000, title: 'After a compaction 6,000 tokens were read again' },
    ]);
  });

  it('is none for files that are new, and much later', () => {
    const fresh = goldenSession().call().read('/p/a.ts', 6000).call().event(compaction).call();
    expect(detect('compactionChurn', fresh.read('/p/b.ts', 6000).call())).toEqual([]);
    const late = goldenSession().call().read('/p/a.ts', 6000).call().event(compaction).calls(22);
    expect(detect('compactionChurn', late.read('/p/a.ts', 6000).call())).toEqual([]);
  });
});
