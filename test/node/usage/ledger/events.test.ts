import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SessionEvent } from '../../../../src/core/usage/sessionEvent.ts';
import { importSqlite } from '../../../../src/node/usage/importSqlite.ts';
import { JsonLinesLedger } from '../../../../src/node/usage/ledger/jsonLinesLedger.ts';
import type { Ledger } from '../../../../src/node/usage/ledger/ledger.ts';
import { MIGRATIONS, migrate } from '../../../../src/node/usage/ledger/ledgerSchema.ts';
import { rememberEvents } from '../../../../src/node/usage/ledger/rememberEvents.ts';
import { SqliteLedger } from '../../../../src/node/usage/ledger/sqliteLedger.ts';
import { createDayOf } from '../../../../src/node/usage/localDay.ts';
import { type LogReading, START } from '../../../../src/node/usage/logReading.ts';
import { usageRecord } from '../../../core/usage/usageRecord.ts';
import { makeFolder } from '../../temporaryFolder.ts';

const sqlite = await importSqlite();
const NOW = Date.UTC(2026, 6, 1, 12);
const DAY_MS = 86_400_000;

const OPENERS = {
  sqlite: (folder: string) => new SqliteLedger(sqlite, join(folder, 'ledger.db')),
  jsonLines: (folder: string) => new JsonLinesLedger(join(folder, 'ledger.jsonl')),
} satisfies Record<Ledger['kind'], (folder: string) => Ledger>;

const EVENTS: SessionEvent[] = [
  {
    source: 'claudeCode',
    sessionId: 's',
    agentId: 'a',
    project: '/p',
    timestampMs: NOW,
    kind: 'toolCall',
    callId: 't1',
    tool: 'Read',
    action: 'read',
    target: '/p/a.ts',
    inputHash: 'h',
    inputChars: 20,
  },
  { source: 'claudeCode', sessionId: 's', timestampMs: NOW - 10 * DAY_MS, kind: 'answer', chars: 5 },
];

const LATER: Extract<SessionEvent, { kind: 'answer' }> = {
  source: 'claudeCode',
  sessionId: 's',
  timestampMs: NOW + 1,
  kind: 'answer',
  chars: 6,
};

function reading(events: SessionEvent[], path = '/a.jsonl'): LogReading {
  return {
    path,
    records: [],
    events,
    checkpoint: { ...START, offset: 7, sizeBytes: 10, mtimeMs: 5.5, skips: {} },
  };
}

describe.each(['sqlite', 'jsonLines'] as const)('events of a ledger in %s', (kind) => {
  const open = (folder = makeFolder()) => {
    const ledger: Ledger = OPENERS[kind](folder);
    onTestFinished(() => ledger.close());
    return ledger;
  };

  it('are there once, however often they are written', () => {
    const { events } = open();
    const before = events.version();
    events.write([reading(EVENTS)]);
    events.write([reading(EVENTS)]);
    expect(events.all()).toHaveLength(2);
    expect(events.all()).toEqual(expect.arrayContaining(EVENTS));
    expect(events.version()).toBeGreaterThan(before);
  });

  it('are remembered as they are there, whoever writes or clears them', () => {
    const folder = makeFolder();
    const ledger = open(folder);
    const remembered = rememberEvents(ledger.events);
    const expectSame = (count: number) => {
      const all = remembered.all();
      expect(all).toHaveLength(count);
      expect(all).toEqual(expect.arrayContaining(ledger.events.all()));
      expect(remembered.version()).toBe(ledger.events.version());
    };
    expectSame(0);
    remembered.write([reading(EVENTS.slice(0, 1))]);
    expectSame(1);
    remembered.write([reading([])]);
    // Another window.
    const others = kind === 'sqlite' ? open(folder).events : ledger.events;
    others.write([reading(EVENTS.slice(1))]);
    expectSame(2);
    remembered.write([reading([{ ...LATER, chars: 6 }])]);
    others.write([reading([{ ...LATER, chars: 7 }])]);
    remembered.write([reading([{ ...LATER, chars: 8 }])]);
    expectSame(5);
    ledger.clear('records');
    expectSame(ledger.events.all().length);
  });

  it('know how far a log was read for them, apart from how far it was for records', () => {
    const ledger = open();
    ledger.events.write([reading(EVENTS)]);
    expect(ledger.events.fileState('/a.jsonl')).toMatchObject({ sizeBytes: 10, mtimeMs: 5.5 });
    expect(ledger.events.checkpoint('/a.jsonl')).toMatchObject({ offset: 7 });
    expect(ledger.checkpoint('/a.jsonl')).toBeUndefined();
    expect(ledger.events.checkpoint('/b.jsonl')).toBeUndefined();
  });

  it('stay when the ledger is opened again', () => {
    const folder = makeFolder();
    const first: Ledger = OPENERS[kind](folder);
    first.events.write([reading(EVENTS)]);
    first.close();
    const { events } = open(folder);
    expect(events.all()).toEqual(expect.arrayContaining(EVENTS));
    expect(events.checkpoint('/a.jsonl')).toMatchObject({ offset: 7 });
  });

  it('go with the records when these are too old', () => {
    const ledger = open();
    ledger.events.write([reading(EVENTS)]);
    const before = ledger.events.version();
    ledger.prune(NOW - DAY_MS, createDayOf());
    expect(ledger.events.all()).toEqual([EVENTS[0]]);
    expect(ledger.events.version()).toBeGreaterThan(before);
  });

  it('go with all data, and do not come back from logs that were read for records only', () => {
    const ledger = open();
    ledger.write([{ ...reading([], '/records.jsonl'), records: [usageRecord()] }]);
    ledger.events.write([reading(EVENTS)]);
    ledger.clear('records');
    expect(ledger.events.all()).toEqual([]);
    expect(ledger.events.fileState('/records.jsonl')).toMatchObject({ sizeBytes: 10 });
    ledger.clear('checkpoints');
    expect(ledger.events.fileState('/records.jsonl')).toBeUndefined();
  });

  it('are those of all windows', () => {
    const folder = makeFolder();
    const [one, other] = [open(folder), open(folder)];
    one.events.write([reading(EVENTS.slice(0, 1))]);
    const before = other.events.version();
    one.events.write([reading(EVENTS.slice(1), '/b.jsonl')]);
    expect([other.events.all().length, other.events.version() > before]).toEqual([2, true]);
    one.clear('records');
    other.events.write([reading(EVENTS.slice(1), '/b.jsonl')]);
    expect([one.events.all(), other.events.all()]).toEqual([[EVENTS[1]], [EVENTS[1]]]);
  });
});

it('events get their tables in a SQLite ledger of the version before', () => {
  const folder = makeFolder();
  const database = new sqlite.DatabaseSync(join(folder, 'ledger.db'));
  migrate(database, MIGRATIONS.slice(0, 2));
  database.exec(
    "INSERT INTO records (key, source, session_id, timestamp_ms, requests, quality) VALUES ('k', 'codex', 's', 1, 1, 'reported')",
  );
  database.close();
  const ledger = OPENERS.sqlite(folder);
  onTestFinished(() => ledger.close());
  ledger.events.write([reading(EVENTS)]);
  expect(ledger.events.all()).toHaveLength(2);
  expect([...ledger.records()]).toMatchObject([{ key: 'k' }]);
});
