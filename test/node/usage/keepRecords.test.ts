import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCostSnapshot } from '../../../src/core/dashboard/cost/buildCostSnapshot.ts';
import { FIRST_VIEW } from '../../../src/core/dashboard/cost/costView.ts';
import { buildDataSnapshot } from '../../../src/core/dashboard/data/buildDataSnapshot.ts';
import { buildTargetsSnapshot } from '../../../src/core/dashboard/targets/buildTargetsSnapshot.ts';
import { sumDaySpend } from '../../../src/core/usage/table/sumDaySpend.ts';
import { createUsageTable, type UsageTable } from '../../../src/core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { importSqlite } from '../../../src/node/usage/importSqlite.ts';
import { type KeptRecords, keepRecords } from '../../../src/node/usage/keepRecords.ts';
import type { Ledger } from '../../../src/node/usage/ledger/ledger.ts';
import { SqliteLedger } from '../../../src/node/usage/ledger/sqliteLedger.ts';
import { START } from '../../../src/node/usage/logReading.ts';
import { TODAY, utcDay, utcHours } from '../../core/usage/table/usageRecords.ts';
import { usageRecord } from '../../core/usage/usageRecord.ts';
import { makeFolder } from '../temporaryFolder.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse(`${TODAY}T12:00:00Z`);
const sqlite = await importSqlite();
const openLedger = (folder = makeFolder()) => new SqliteLedger(sqlite, join(folder, 'ledger.db'));
const write = (ledger: Ledger, records: UsageRecord[]) =>
  ledger.write([
    { path: '/log', records, events: [], checkpoint: { ...START, sizeBytes: 1, mtimeMs: 1, skips: {} } },
  ]);

/** All that views make of a table. */
const describeTable = (table: UsageTable) => ({
  cost: buildCostSnapshot(table, { ...FIRST_VIEW, period: 'all', stackBy: 'model' }, TODAY, utcHours),
  today: buildCostSnapshot(table, { ...FIRST_VIEW, period: 'today' }, TODAY, utcHours),
  targets: buildTargetsSnapshot(table, '30days', TODAY),
  data: buildDataSnapshot(table, {
    folder: '/f',
    store: 'sqlite',
    retentionDays: 1,
    roots: [],
    found: [],
    windowsHomes: [],
  }),
  spend: sumDaySpend(table, '2026-01-01'),
});
const byKey = (records: readonly UsageRecord[]) => records.toSorted((a, b) => (a.key < b.key ? -1 : 1));

/** What is kept is what is there, read anew. */
function expectAsRead(kept: KeptRecords, ledger: Ledger): void {
  const read = [...ledger.records()];
  expect(byKey(kept.records())).toEqual(byKey(read));
  expect(describeTable(kept.table())).toEqual(describeTable(createUsageTable(read, utcDay)));
}

/** Few keys, so that calls are logged again with more; some of sources that log a session in several ways. */
const record = fc
  .record({
    key: fc.nat(12).map((key) => `k${key}`),
    day: fc.nat(20),
    source: fc.constantFrom(
      'claudeCode' as const,
      'claudeCode' as const,
      'codex' as const,
      'copilotCli' as const,
    ),
    layer: fc.constantFrom('calls' as const, 'sums' as const),
    sessionId: fc.constantFrom('s1', 's2'),
    project: fc.constantFrom('/a', '/b'),
    model: fc.constantFrom('claude-opus-4-6', 'gpt-5.4', 'nobody-knows'),
    outputTokens: fc.nat(1000),
  })
  .map(({ day, layer, ...fields }): UsageRecord => {
    const timestampMs = NOW - day * DAY_MS;
    // A source makes its keys its own.
    const key = `${fields.source}:${fields.key}`;
    return usageRecord({ ...fields, key, timestampMs, ...(fields.source === 'copilotCli' && { layer }) });
  });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), records: fc.array(record, { maxLength: 4 }) }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'ask' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('writeElsewhere' as const),
      records: fc.array(record, { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prune' as const), days: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clear' as const),
      what: fc.constantFrom('records' as const, 'checkpoints' as const),
    }),
  },
);

describe('records that are kept between questions', () => {
  it('are those that a new read gives, whatever was read, said anew, given up, deleted or written by others', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const folder = makeFolder();
        const [ledger, other] = [openLedger(folder), openLedger(folder)];
        try {
          const kept = keepRecords(ledger, utcDay);
          for (const each of steps) {
            if (each.do === 'write') write(ledger, each.records);
            else if (each.do === 'writeElsewhere') write(other, each.records);
            else if (each.do === 'prune') ledger.prune(NOW - each.days * DAY_MS, utcDay);
            else if (each.do === 'clear') ledger.clear(each.what);
            else expectAsRead(kept, ledger);
          }
          expectAsRead(kept, ledger);
        } finally {
          for (const each of [ledger, other]) each.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are added to where this process has written, and read anew where it does not know what changed', () => {
    const folder = makeFolder();
    const [ledger, other] = [openLedger(folder), openLedger(folder)];
    let reads = 0;
    const watched = new Proxy(ledger, {
      get: (target, name: keyof Ledger) => {
        if (name === 'records') reads += 1;
        const value = target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const kept = keepRecords(watched, utcDay);
    const ask = () => [kept.table().size, reads];
    write(ledger, [usageRecord({ key: 'a' })]);
    expect(ask()).toEqual([1, 1]);
    write(ledger, [usageRecord({ key: 'b' })]);
    write(ledger, [usageRecord({ key: 'b', outputTokens: 99 }), usageRecord({ key: 'c' })]);
    expect(ask()).toEqual([3, 1]);
    write(other, [usageRecord({ key: 'd' })]);
    write(ledger, [usageRecord({ key: 'e' })]);
    expect(ask()).toEqual([5, 2]);
    write(ledger, [usageRecord({ key: 'f', source: 'copilotCli' })]);
    expect(ask()).toEqual([6, 3]);
    for (const each of [ledger, other]) each.close();
  });
});
