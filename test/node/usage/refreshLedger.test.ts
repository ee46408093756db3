import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SOURCE_IDS, type UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { collectUsage } from '../../../src/node/usage/collectUsage.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { importSqlite } from '../../../src/node/usage/importSqlite.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { type Refresh, refreshLedger } from '../../../src/node/usage/refreshLedger.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { toLines } from '../../fixtures/toLines.ts';
import { makeFolder, writeFiles } from '../temporaryFolder.ts';
import { HOME, HOME_SUMS } from './homeFixture.ts';
import { killWriters } from './killWriters.ts';
import { OTHER_LOGS } from './otherLogs.ts';
import { sumsBySource } from './sumsBySource.ts';

const WORKER = join(import.meta.dirname, '../../../dist/usageWorker.cjs');

async function open(folder = makeFolder()) {
  const { ledger } = await openLedger(folder, Date.now());
  onTestFinished(() => ledger.close());
  const refresh = (home: string, workerPath?: string): Promise<Refresh> =>
    refreshLedger(ledger, findLogs(placesOfHome(home)), workerPath === undefined ? {} : { workerPath });
  return { ledger, refresh, folder };
}

const byKey = (records: readonly UsageRecord[]) => [...records].sort((a, b) => (a.key < b.key ? -1 : 1));

describe('refreshLedger', () => {
  it('reads all once, and then what is new', async () => {
    const home = makeFolder(HOME);
    const { ledger, refresh } = await open();
    expect(await refresh(home)).toMatchObject({ files: 8, read: 8 });
    expect(sumsBySource([...ledger.records()])).toEqual(HOME_SUMS);
    expect(await refresh(home)).toEqual({ files: 8, read: 0, changed: 0 });
    appendFileSync(join(home, '.claude/projects/-p/a.jsonl'), toLines([claudeLine({ id: 'msg_new' })]));
    expect(await refresh(home)).toEqual({ files: 8, read: 1, changed: 1 });
  });

  it('knows of many logs which are new', async () => {
    const file = (id: number) => [
      `.claude/projects/p/${id}.jsonl`,
      toLines([claudeLine({ id: `msg_${id}` })]),
    ];
    const home = makeFolder(Object.fromEntries(Array.from({ length: 150 }, (_, id) => file(id))));
    const { refresh } = await open();
    expect(await refresh(home)).toEqual({ files: 150, read: 150, changed: 150 });
    expect(await refresh(home)).toEqual({ files: 150, read: 0, changed: 0 });
    writeFiles(home, Object.fromEntries([file(150)]));
    expect(await refresh(home)).toEqual({ files: 151, read: 1, changed: 1 });
  });

  it('holds the same whatever order files come in, however they grew, read by two at once', async () => {
    const logs = { ...HOME, ...OTHER_LOGS };
    const expected = byKey((await collectUsage(findLogs(placesOfHome(makeFolder(logs))))).records);
    expect(new Set(expected.map(({ source }) => source)).size).toBe(SOURCE_IDS.length);
    const paths = Object.keys(logs);
    const order = fc.shuffledSubarray(paths, { minLength: paths.length });
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.array(fc.nat(2000), { minLength: paths.length, maxLength: paths.length }),
        async (files, cuts) => {
          const home = makeFolder();
          const one = await open();
          const other = await open(one.folder);
          const refreshBoth = () => Promise.all([one.refresh(home), other.refresh(home)]);
          for (const [index, path] of files.entries()) {
            writeFiles(home, { [path]: Buffer.from(logs[path] ?? '').subarray(0, cuts[index]) });
            await refreshBoth();
          }
          for (const path of files) writeFiles(home, { [path]: logs[path] ?? '' });
          await refreshBoth();
          expect(byKey([...one.ledger.records()])).toEqual(expected);
          expect(byKey([...other.ledger.records()])).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('is helped by threads where there is much to read', async () => {
    const lines = Array.from({ length: 400 }, (_, id) =>
      claudeLine({ id: `msg_${id}`, content: [{ type: 'text', text: 'x'.repeat(10_000) }] }),
    );
    const files = [0, 1, 2, 3, 4].map((file) => [
      `.claude/projects/p/${file}.jsonl`,
      toLines(lines.slice(file * 50)),
    ]);
    const home = makeFolder(Object.fromEntries(files));
    const [alone, helped] = [await open(), await open()];
    await alone.refresh(home);
    await helped.refresh(home, WORKER);
    expect([...helped.ledger.records()]).toHaveLength(400);
    expect(byKey([...helped.ledger.records()])).toEqual(byKey([...alone.ledger.records()]));
  });

  it('loses nothing and counts nothing twice while writers are killed at random moments', async () => {
    const { fromLedger, fromLogs, notice } = await killWriters(24, 4);
    expect(sumsBySource(fromLedger)).toEqual(HOME_SUMS);
    expect([fromLedger, notice]).toEqual([fromLogs, undefined]);
  });

  it('fails while the ledger is locked, and misses nothing afterwards', async () => {
    const home = makeFolder(HOME);
    const { ledger, refresh, folder } = await open();
    const { DatabaseSync } = await importSqlite();
    const other = new DatabaseSync(join(folder, 'ledger.db'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    await expect(refresh(home)).rejects.toThrow(/locked/);
    other.exec('ROLLBACK');
    await refresh(home);
    expect(sumsBySource([...ledger.records()])).toEqual(HOME_SUMS);
  });
});
