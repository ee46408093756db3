import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sayMessage } from '../../../../src/core/message.ts';
import type { UsageRecord } from '../../../../src/core/usage/usageRecord.ts';
import { importSqlite } from '../../../../src/node/usage/importSqlite.ts';
import { JsonLinesLedger } from '../../../../src/node/usage/ledger/jsonLinesLedger.ts';
import type { Ledger } from '../../../../src/node/usage/ledger/ledger.ts';
import { MIGRATIONS } from '../../../../src/node/usage/ledger/ledgerSchema.ts';
import { openLedger } from '../../../../src/node/usage/ledger/openLedger.ts';
import { SqliteLedger } from '../../../../src/node/usage/ledger/sqliteLedger.ts';
import { createDayOf } from '../../../../src/node/usage/localDay.ts';
import { type LogReading, START } from '../../../../src/node/usage/logReading.ts';
import { usageRecord } from '../../../core/usage/usageRecord.ts';
import { makeFolder } from '../../temporaryFolder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22, 12);
const sqlite = await importSqlite();
const dayOf = createDayOf();

const OPENERS = {
  sqlite: (folder: string) => new SqliteLedger(sqlite, join(folder, 'ledger.db')),
  jsonLines: (folder: string) => new JsonLinesLedger(join(folder, 'ledger.jsonl')),
} satisfies Record<Ledger['kind'], (folder: string) => Ledger>;

function reading(
  records: UsageRecord[],
  path = '/a.jsonl',
  fields: Partial<LogReading['checkpoint']> = {},
): LogReading {
  return {
    path,
    records,
    events: [],
    checkpoint: { ...START, sizeBytes: 10, mtimeMs: 5.5, skips: {}, ...fields },
  };
}

const everyField: UsageRecord = {
  ...usageRecord(),
  parentSessionId: 'p',
  agentId: 'a',
  project: '/home/dev/日本',
  sessionStartMs: 7,
  provider: 'anthropic',
  reasoningTokens: 3,
  estimatedOutputTokens: 40,
  contextTokens: 9,
  webSearches: 2,
  speed: 'fast',
  inferenceGeo: 'us',
  costReportedUsd: 0.125,
  layer: 'parts',
  revision: 4,
  isReplay: true,
  isFinal: true,
};

describe.each(['sqlite', 'jsonLines'] as const)('a ledger in %s', (kind) => {
  const open = (folder = makeFolder()): Ledger => {
    const ledger = OPENERS[kind](folder);
    onTestFinished(() => ledger.close());
    return ledger;
  };

  it('gives back what was written, to the field', () => {
    const folder = makeFolder();
    const ledger = open(folder);
    const checkpoint = { offset: 9, state: { a: [1] }, skips: { torn: 2 } };
    expect(ledger.write([reading([everyField], '/a.jsonl', checkpoint)])).toBe(1);
    const again = open(folder);
    expect(again.qualities()).toEqual({ reported: 1 });
    expect([...again.records()]).toEqual([everyField]);
    expect(again.fileState('/a.jsonl')).toMatchObject({ sizeBytes: 10, mtimeMs: 5.5 });
    expect([...again.fileStates()]).toMatchObject([['/a.jsonl', { sizeBytes: 10, mtimeMs: 5.5 }]]);
    expect(again.checkpoint('/a.jsonl')).toMatchObject(checkpoint);
    expect([again.fileState('/b.jsonl'), again.checkpoint('/b.jsonl'), again.skips()]).toEqual([
      undefined,
      undefined,
      { torn: 2 },
    ]);
  });

  it('holds each call once, whoever writes it, however often and in what order', () => {
    const record = fc.record({
      key: fc.constantFrom('k1', 'k2', 'k3'),
      sessionId: fc.constantFrom('a', 'b'),
      timestampMs: fc.constantFrom(1000, 2000),
      outputTokens: fc.nat(5),
    });
    const expected = (records: UsageRecord[]) => {
      const alone = open();
      alone.write([reading(records)]);
      return byKey([...alone.records()]);
    };
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 8 }),
        fc.array(fc.boolean(), { maxLength: 8 }),
        (fields, who) => {
          const records = fields.map((each) => usageRecord(each));
          const folder = makeFolder();
          const writers = [open(folder), open(folder)];
          for (const [index, each] of [...records, ...records.toReversed()].entries()) {
            writers[Number(who[index % 8] ?? false)]?.write([reading([each])]);
          }
          expect(byKey([...(writers[0]?.records() ?? [])])).toEqual(expected(records));
          expect(byKey([...(writers[1]?.records() ?? [])])).toEqual(expected(records));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tells every window that something has changed, and only then', () => {
    const folder = makeFolder();
    const [one, other] = [open(folder), open(folder)];
    const before = other.version();
    one.write([reading([usageRecord()])]);
    const after = other.version();
    expect(after).not.toBe(before);
    one.write([reading([usageRecord()])]);
    one.takeLease('me', NOW, 1000);
    expect(other.version()).toBe(after);
  });

  it('turns old records into totals that cost the same, and does not take them again', () => {
    const ledger = open();
    const old = NOW - 40 * DAY_MS;
    const records = [
      usageRecord({ key: '1', timestampMs: old, inputTokens: 100, sessionId: 'a' }),
      usageRecord({
        key: '2',
        timestampMs: old + 1000,
        inputTokens: 23,
        sessionId: 'b',
        quality: 'reported-partial',
      }),
      usageRecord({ key: '3', timestampMs: old + 2000, inputTokens: 50, sessionId: 'b' }),
      usageRecord({ key: '4', timestampMs: old, model: 'gpt-5.5', inputTokens: 300_000 }),
      usageRecord({ key: '5', timestampMs: NOW, inputTokens: 7 }),
    ];
    ledger.write([reading(records)]);
    expect(ledger.prune(NOW - 30 * DAY_MS, dayOf)).toBe(4);
    const totals = () =>
      byKey([...ledger.records()]).map(({ inputTokens, requests, quality, contextTokens }) => [
        inputTokens,
        requests,
        quality,
        contextTokens,
      ]);
    const expected = [
      [7, 1, 'reported', undefined],
      [150, 2, 'reported', 0],
      [23, 1, 'reported-partial', 0],
      [300_000, 1, 'reported', 272_001],
    ];
    expect(totals()).toEqual(expected);
    expect(ledger.write([reading(records)])).toBe(0);
    expect(ledger.prune(NOW - 30 * DAY_MS, dayOf)).toBe(0);
    expect(totals()).toEqual(expected);
    ledger.write([reading([usageRecord({ key: '6', timestampMs: old, inputTokens: 1 })])]);
    ledger.prune(NOW - 30 * DAY_MS, dayOf);
    expect(totals()[1]).toEqual([151, 3, 'reported', 0]);
  });

  it('tells what is kept of a source, daily totals too, and which logs were read', () => {
    const ledger = open();
    const old = NOW - 40 * DAY_MS;
    ledger.write([
      reading([
        usageRecord({ key: '1', timestampMs: old, requests: 1 }),
        usageRecord({ key: '2', timestampMs: NOW, requests: 1 }),
        usageRecord({ key: '2#0', timestampMs: NOW, requests: 0 }),
        usageRecord({ key: '3', timestampMs: old - 1, source: 'codex' }),
      ]),
    ]);
    ledger.prune(NOW - 30 * DAY_MS, dayOf);
    expect([ledger.kept('claudeCode'), ledger.kept('gemini'), ledger.paths()]).toEqual([
      { calls: 2, sinceMs: old },
      undefined,
      ['/a.jsonl'],
    ]);
  });

  it('forgets how far logs were read, or what they told', () => {
    const ledger = open();
    ledger.write([reading([usageRecord()])]);
    ledger.clear('checkpoints');
    expect([[...ledger.records()].length, ledger.fileState('/a.jsonl')]).toEqual([1, undefined]);
    ledger.write([reading([])]);
    ledger.clear('records');
    expect([[...ledger.records()].length, ledger.fileState('/a.jsonl')?.sizeBytes]).toEqual([0, 10]);
  });
});

describe('a ledger in SQLite', () => {
  it('gives the lease to one window, until it ends, is given back, or the clock was set back', () => {
    const folder = makeFolder();
    const [one, other] = [OPENERS.sqlite(folder), OPENERS.sqlite(folder)];
    onTestFinished(() => [one, other].forEach((ledger) => void ledger.close()));
    expect([one.takeLease('one', NOW, 1000), other.takeLease('other', NOW + 500, 1000)]).toEqual([
      true,
      false,
    ]);
    expect(one.takeLease('one', NOW + 900, 1000)).toBe(true);
    expect(other.takeLease('other', NOW + 1500, 1000)).toBe(false);
    expect(other.takeLease('other', NOW + 1901, 1000)).toBe(true);
    other.releaseLease('other');
    expect(one.takeLease('one', NOW + 1902, 1000)).toBe(true);
    expect(other.takeLease('other', NOW - DAY_MS, 1000)).toBe(true);
  });

  it.each(MIGRATIONS.map((_, version) => version))(
    'is brought up to date from version %d',
    async (version) => {
      const folder = makeFolder();
      const path = join(folder, 'ledger.db');
      const old = new sqlite.DatabaseSync(path);
      for (const step of MIGRATIONS.slice(0, version)) old.exec(step);
      if (version > 0) {
        old.exec(`INSERT INTO records (key, source, session_id, timestamp_ms, requests, quality)
        VALUES ('k', 'codex', 's', 5, 1, 'reported')`);
      }
      old.exec(`PRAGMA user_version = ${version}`);
      old.close();
      const { ledger, notice } = await openLedger(folder, NOW);
      onTestFinished(() => ledger.close());
      ledger.write([reading([usageRecord()])]);
      expect([[...ledger.records()].length, notice]).toEqual([version > 0 ? 2 : 1, undefined]);
    },
  );

  it('leaves a ledger of a newer version alone', async () => {
    const folder = makeFolder();
    const path = join(folder, 'ledger.db');
    const newer = new sqlite.DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    await expect(openLedger(folder, NOW)).rejects.toThrow('Update Token Meter.');
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([]);
  });

  it.each([
    ['is no database', (bytes: Buffer) => Buffer.alloc(bytes.length, 'x')],
    [
      'was overwritten in the middle',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 'x')]),
    ],
  ])('takes the place of one that %s, from the backup', async (_, damage) => {
    const folder = makeFolder();
    const path = join(folder, 'ledger.db');
    const first = await openLedger(folder, NOW);
    first.ledger.write([reading([usageRecord()])]);
    first.ledger.backUp();
    first.ledger.close();
    writeFileSync(path, damage(readFileSync(path)));
    const { ledger, notice } = await openLedger(folder, NOW);
    onTestFinished(() => ledger.close());
    expect(sayMessage(notice!)).toMatch(
      /was damaged and is kept as .*\.broken-\d+\.db\. Its last backup took its place/,
    );
    expect([[...ledger.records()].length, ledger.fileState('/a.jsonl')]).toEqual([1, undefined]);
  });

  it('begins anew where the backup is damaged too', async () => {
    const folder = makeFolder({ 'ledger.db': 'not a database at all', 'ledger.backup.db': 'nor is this' });
    const { ledger, notice } = await openLedger(folder, NOW);
    onTestFinished(() => ledger.close());
    expect([...ledger.records()]).toEqual([]);
    expect(sayMessage(notice!)).toContain('There was no backup');
  });

  it('is backed up once a day', async () => {
    const folder = makeFolder();
    const backup = join(folder, 'ledger.backup.db');
    const open = async (nowMs: number) => {
      const { ledger } = await openLedger(folder, nowMs);
      ledger.write([reading([usageRecord({ key: String(nowMs) })])]);
      ledger.close();
      return statSync(backup, { throwIfNoEntry: false })?.mtimeMs;
    };
    await open(NOW);
    const made = await open(Date.now());
    expect(made).toBeDefined();
    expect(await open(Date.now())).toBe(made);
    utimesSync(backup, new Date(0), new Date(0));
    expect(await open(Date.now())).toBeGreaterThan(0);
  });

  it('changes nothing when it cannot be written', () => {
    const folder = makeFolder();
    const ledger = OPENERS.sqlite(folder);
    const other = new sqlite.DatabaseSync(join(folder, 'ledger.db'));
    onTestFinished(() => [ledger, other].forEach((each) => void each.close()));
    other.exec('BEGIN IMMEDIATE');
    expect(() => ledger.write([reading([usageRecord()])])).toThrow(/locked/);
    other.exec('COMMIT');
    expect([[...ledger.records()], ledger.fileState('/a.jsonl')]).toEqual([[], undefined]);
    expect(ledger.write([reading([usageRecord()])])).toBe(1);
  });
});

describe('a ledger in JSON lines', () => {
  it('loses nothing to a line that was torn off', () => {
    const folder = makeFolder();
    const path = join(folder, 'ledger.jsonl');
    const first = OPENERS.jsonLines(folder);
    first.write([reading([usageRecord({ key: '1' })])]);
    first.write([reading([usageRecord({ key: '2' })], '/b.jsonl')]);
    writeFileSync(path, readFileSync(path).subarray(0, -30));
    const second = OPENERS.jsonLines(folder);
    expect([[...second.records()].length, second.fileState('/b.jsonl')]).toEqual([1, undefined]);
    second.write([reading([usageRecord({ key: '3' })])]);
    expect(
      OPENERS.jsonLines(folder)
        .records()
        .map(({ key }) => key),
    ).toEqual(['1', '3']);
  });

  it('knows what another window has deleted', () => {
    const folder = makeFolder();
    const [one, other] = [OPENERS.jsonLines(folder), OPENERS.jsonLines(folder)];
    one.write([reading([usageRecord()])]);
    const before = other.version();
    one.clear('records');
    expect([other.records(), other.version() > before]).toEqual([[], true]);
    other.write([reading([usageRecord({ key: '2' })])]);
    expect(one.records().map(({ key }) => key)).toEqual(['2']);
  });

  it('has logs that another version has read read anew, and keeps what they told', () => {
    const folder = makeFolder();
    const path = join(folder, 'ledger.jsonl');
    const first = OPENERS.jsonLines(folder);
    first.write([reading([usageRecord()])]);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"version":\d+/, '"version":1'));
    const second = OPENERS.jsonLines(folder);
    expect([second.records().length, second.fileState('/a.jsonl')]).toEqual([1, undefined]);
  });
});

function byKey(records: readonly UsageRecord[]): UsageRecord[] {
  return [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
}
