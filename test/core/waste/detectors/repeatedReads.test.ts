import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

describe('files read again', () => {
  it('are found, with the calls that carried the second reading', () => {
    const session = goldenSession()
      .call()
      .read('/p/a.ts', 2000, { hash: 'same', firstLine: 1, lineCount: 120 })
      .call()
      .read('/p/a.ts', 2000, { hash: 'same', firstLine: 1, lineCount: 120 })
      .calls(3);
    const [found, ...others] = detect('repeatedReads', session);
    expect(others).toEqual([]);
    // 2,000 tokens × the three calls after the second reading.
    expect(found).toMatchObject({
      tokens: 6000,
      kind: 'estimated',
      title: 'a.ts was read again, unchanged',
    });
    expect(found?.items).toMatchObject([
      { name: '/p/a.ts', firstLine: 1, lastLine: 120, tokens: 2000, note: 'first read' },
      { note: 'again' },
    ]);
    // Opus 4.6 reads a cached token for $0.50 a million.
    expect(found?.costUsd).toBeCloseTo(6000 * 0.5e-6, 12);
  });

  it('count by the lines that both readings have', () => {
    const session = goldenSession()
      .call()
      .read('/p/a.ts', 4000, { lineParts: 'aaaaaaaa3000,bbbbbbbb5000' })
      .call()
      .read('/p/a.ts', 2500, { lineParts: 'bbbbbbbb4000,cccccccc1000' })
      .call();
    // Four fifths of the later reading.
    expect(detect('repeatedReads', session)).toMatchObject([{ tokens: 2000 }]);
  });

  it('are none after an edit, after a compaction, or when the text is another', () => {
    const begin = () => goldenSession().call().read('/p/a.ts', 2000, { hash: 'same' }).call();
    expect(
      detect('repeatedReads', begin().edit('/p/a.ts').read('/p/a.ts', 2000, { hash: 'same' }).call()),
    ).toEqual([]);
    const compacted = begin().event({ kind: 'compaction', trigger: 'auto' }).call();
    expect(detect('repeatedReads', compacted.read('/p/a.ts', 2000, { hash: 'same' }).call())).toEqual([]);
    expect(detect('repeatedReads', begin().read('/p/a.ts', 2000, { hash: 'other' }).call())).toEqual([]);
  });

  it('are the same file however its path is written', () => {
    const session = goldenSession({ project: 'C:\\p' })
      .call()
      .read('C:\\p\\a.ts', 2000, { hash: 'same' })
      .call()
      .read('/c/p/a.ts', 2000, { hash: 'same' })
      .call();
    expect(detect('repeatedReads', session)).toMatchObject([{ tokens: 2000, subject: 'c:/p/a.ts' }]);
  });
});
