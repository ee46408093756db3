import { renameSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DayOf } from '../../../core/usage/aggregateUsage.ts';
import { addTotals, totalOf } from '../../../core/usage/dailyTotals.ts';
import { joinRecords } from '../../../core/usage/joinRecords.ts';
import { LAYERED_SOURCES, selectLayers } from '../../../core/usage/selectLayers.ts';
import type { Quality, SourceId, UsageRecord } from '../../../core/usage/usageRecord.ts';
import type { Checkpoint, LogReading, SkipCounts } from '../logReading.ts';
import { addSkips } from '../skipCounts.ts';
import { createChangeLog } from './changeLog.ts';
import type { EventStore } from './eventStore.ts';
import type { FileState } from './fileState.ts';
import type { Ledger } from './ledger.ts';
import { migrate } from './ledgerSchema.ts';
import { COLUMN_LIST, createRowReader, PLACEHOLDERS, toValues, type Value } from './recordColumns.ts';
import { countChange, createSqliteEvents, EVENT_TABLES } from './sqliteEvents.ts';

type Sqlite = typeof import('node:sqlite');

const BUSY_TIMEOUT_MS = 5000;
/** 16 MB of writes are gathered before they go into the ledger itself: a first read of logs then waits for the disk once. */
const CHECKPOINT_PAGES = 4000;

// Made once: a statement is looked up by its text with every record.
const SELECT_FILES = 'SELECT path, size_bytes, mtime_ms FROM files';
const SELECT_RECORDS = `SELECT ${COLUMN_LIST} FROM records`;
const LAYERED = `(${LAYERED_SOURCES.map(() => '?').join(', ')})`;
const SELECT_LAYERED = `${SELECT_RECORDS} WHERE source IN ${LAYERED}`;
const SELECT_OTHERS = `${SELECT_RECORDS} WHERE source NOT IN ${LAYERED}`;
const SELECT_RECORD = `${SELECT_RECORDS} WHERE key = ?`;
const SELECT_TOTALS = `SELECT ${COLUMN_LIST} FROM totals`;
const SELECT_TOTAL = `${SELECT_TOTALS} WHERE key = ?`;
const CALLS = 'SELECT requests, timestamp_ms FROM';
const SELECT_KEPT = `SELECT SUM(requests) AS calls, MIN(timestamp_ms) AS since_ms
  FROM (${CALLS} records WHERE source = ? UNION ALL ${CALLS} totals WHERE source = ?)`;
const VALUES = `(${COLUMN_LIST}) VALUES (${PLACEHOLDERS})`;
const INSERT_RECORD = `INSERT INTO records ${VALUES} ON CONFLICT (key) DO NOTHING`;
const REPLACE_RECORD = `INSERT OR REPLACE INTO records ${VALUES}`;
const REPLACE_TOTAL = `INSERT OR REPLACE INTO totals ${VALUES}`;

/** A ledger in SQLite. Throws when the file is not a whole database. */
export class SqliteLedger implements Ledger {
  readonly kind = 'sqlite';
  readonly events: EventStore;
  private readonly path: string;
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly changeLog = createChangeLog();

  constructor({ DatabaseSync }: Sqlite, path: string) {
    this.path = path;
    this.database = new DatabaseSync(path);
    try {
      // A ledger that is new has nothing to lose: its making need not wait for the disk.
      const synchronous = statSync(path).size === 0 ? 'OFF' : 'NORMAL';
      this.database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; PRAGMA synchronous = ${synchronous}`);
      this.database.exec(`PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      const { quick_check: found } = this.database.prepare('PRAGMA quick_check(1)').get() ?? {};
      if (found !== 'ok') throw new BrokenLedger(String(found));
      migrate(this.database);
      this.database.exec('PRAGMA synchronous = NORMAL');
      this.events = createSqliteEvents(this.database, (change) => this.transact(change));
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  fileState(path: string): FileState | undefined {
    const [row] = this.rows(`${SELECT_FILES} WHERE path = ?`, path);
    return row && toFileState(row);
  }

  fileStates(): Map<string, FileState> {
    const states = new Map<string, FileState>();
    for (const row of this.prepare(SELECT_FILES).iterate()) states.set(String(row['path']), toFileState(row));
    return states;
  }

  checkpoint(path: string): Checkpoint | undefined {
    const [row] = this.rows('SELECT checkpoint FROM files WHERE path = ?', path);
    // It holds what `write` has put there.
    return row === undefined ? undefined : (JSON.parse(String(row['checkpoint'])) as Checkpoint);
  }

  write(readings: readonly LogReading[]): number {
    const { before, changed } = this.transact(() => {
      const version = this.version();
      const written: UsageRecord[] = [];
      const hasPruned = this.rows('SELECT 1 FROM pruned LIMIT 1').length > 0;
      for (const { path, records, checkpoint } of readings) {
        for (const record of records) {
          const stored = this.writeRecord(record, hasPruned);
          if (stored !== undefined) written.push(stored);
        }
        this.writeCheckpoint(path, checkpoint);
      }
      if (written.length > 0) this.countChange();
      return { before: version, changed: written };
    });
    if (changed.length > 0) this.changeLog.note(before, changed);
    return changed.length;
  }

  /** One at a time: all rows at once would take several times the memory of the records. */
  *records(): Generator<UsageRecord> {
    const read = createRowReader();
    yield* selectLayers(
      this.prepareArrays(SELECT_LAYERED)
        .all(...LAYERED_SOURCES)
        .map(read),
    );
    for (const row of this.prepareArrays(SELECT_OTHERS).iterate(...LAYERED_SOURCES)) yield read(row);
    for (const row of this.prepareArrays(SELECT_TOTALS).iterate()) yield read(row);
  }

  version(): number {
    return Number(this.rows('SELECT changes FROM version')[0]?.['changes']);
  }

  changesBetween(from: number, to: number): readonly UsageRecord[] | undefined {
    const read = createRowReader();
    return this.changeLog.between(from, to)?.map((record) => read(toValues(record)));
  }

  skips(): SkipCounts {
    const sum: SkipCounts = {};
    for (const { skips } of this.rows('SELECT skips FROM files WHERE skips IS NOT NULL')) {
      addSkips(sum, JSON.parse(String(skips)) as SkipCounts);
    }
    return sum;
  }

  qualities(): Partial<Record<Quality, number>> {
    const rows = this.rows('SELECT quality, COUNT(*) AS count FROM records GROUP BY quality');
    return Object.fromEntries(rows.map(({ quality, count }) => [quality, Number(count)]));
  }

  kept(source: SourceId): { calls: number; sinceMs: number } | undefined {
    const [row] = this.rows(SELECT_KEPT, source, source);
    const { calls, since_ms: sinceMs } = row ?? {};
    return typeof sinceMs === 'number' ? { calls: Number(calls), sinceMs } : undefined;
  }

  paths(): string[] {
    return this.rows('SELECT path FROM files').map(({ path }) => String(path));
  }

  prune(beforeMs: number, dayOf: DayOf): number {
    const firstKept = dayOf(beforeMs);
    return this.transact(() => {
      const isOld = ({ timestampMs }: UsageRecord) => dayOf(timestampMs) < firstKept;
      const all = this.rows(SELECT_RECORDS).map(createRowReader());
      const given = all.filter(isOld);
      for (const record of selectLayers(all).filter(isOld)) this.addToTotal(totalOf(record, dayOf));
      for (const { key } of given) {
        this.run('INSERT OR IGNORE INTO pruned VALUES (?)', key);
        this.run('DELETE FROM records WHERE key = ?', key);
      }
      if (given.length > 0) this.countChange();
      const { events } = EVENT_TABLES;
      if (this.run(`DELETE FROM ${events} WHERE timestamp_ms < ?`, beforeMs) > 0) countChange(this.database);
      return given.length;
    });
  }

  takeLease(owner: string, nowMs: number, forMs: number): boolean {
    const [held] = this.rows('SELECT owner, until_ms FROM lease');
    const leftMs = Number(held?.['until_ms'] ?? 0) - nowMs;
    // Asked at every poll, written seldom.
    if (leftMs > forMs / 2 && leftMs <= forMs) return held?.['owner'] === owner;
    const sql = `INSERT INTO lease VALUES ('ingest', ?, ?) ON CONFLICT (name) DO UPDATE
      SET owner = excluded.owner, until_ms = excluded.until_ms
      WHERE lease.owner = excluded.owner OR lease.until_ms < ? OR lease.until_ms > ?`;
    // One that lasts longer than any is given was taken before the clock was set back.
    return this.run(sql, owner, nowMs + forMs, nowMs, nowMs + forMs) > 0;
  }

  releaseLease(owner: string): void {
    this.run('DELETE FROM lease WHERE owner = ?', owner);
  }

  clear(what: 'checkpoints' | 'records'): void {
    const { events, files } = EVENT_TABLES;
    const tables = what === 'checkpoints' ? ['files', files] : ['records', 'totals', 'pruned', events];
    this.transact(() => {
      // What was deleted must not be read again for events either.
      if (what === 'records')
        this.run(`INSERT OR IGNORE INTO ${files} SELECT path, size_bytes, mtime_ms, checkpoint FROM files`);
      for (const table of tables) this.run(`DELETE FROM ${table}`);
      this.countChange();
      countChange(this.database);
    });
    // What was deleted must not stay in free pages, nor in the backup.
    if (what === 'checkpoints') return;
    this.database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    this.backUp();
  }

  backUp(): void {
    const temporary = `${this.path}.${process.pid}.tmp`;
    rmSync(temporary, { force: true });
    this.run('VACUUM INTO ?', temporary);
    renameSync(temporary, backupPathOf(this.path));
  }

  close(): void {
    this.database.close();
  }

  /** What is there then; `undefined` where nothing has changed. */
  private writeRecord(record: UsageRecord, hasPruned: boolean): UsageRecord | undefined {
    // A record that has gone into a total is in it for good.
    if (hasPruned && this.rows('SELECT 1 FROM pruned WHERE key = ?', record.key).length > 0) return undefined;
    if (this.run(INSERT_RECORD, ...toValues(record)) > 0) return record;
    const [found] = this.rows(SELECT_RECORD, record.key);
    if (found === undefined) return undefined;
    const before = createRowReader()(found);
    const joined = joinRecords(before, record);
    const values = toValues(joined);
    if (toValues(before).every((value, index) => value === values[index])) return undefined;
    this.run(REPLACE_RECORD, ...values);
    return joined;
  }

  private writeCheckpoint(path: string, checkpoint: Checkpoint): void {
    const { sizeBytes, mtimeMs, skips } = checkpoint;
    const skipText = Object.keys(skips).length === 0 ? null : JSON.stringify(skips);
    const sql =
      'INSERT OR REPLACE INTO files (path, size_bytes, mtime_ms, checkpoint, skips) VALUES (?, ?, ?, ?, ?)';
    this.run(sql, path, sizeBytes, mtimeMs, JSON.stringify(checkpoint), skipText);
  }

  private countChange(): void {
    this.run('UPDATE version SET changes = changes + 1');
  }

  private addToTotal(total: UsageRecord): void {
    const [found] = this.rows(SELECT_TOTAL, total.key);
    const sum = found === undefined ? total : addTotals(createRowReader()(found), total);
    this.run(REPLACE_TOTAL, ...toValues(sum));
  }

  private transact<T>(change: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /** Some errors, such as a full disk, have ended the transaction already. */
  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {}
  }

  private rows(sql: string, ...values: Value[]): Record<string, unknown>[] {
    return this.prepare(sql).all(...values);
  }

  private run(sql: string, ...values: Value[]): number {
    return Number(this.prepare(sql).run(...values).changes);
  }

  /** Node has rows as arrays since 22.16; objects of so many columns take three times as long. */
  private prepareArrays(sql: string): StatementSync {
    const statement = this.prepare(sql);
    if ('setReturnArrays' in statement) statement.setReturnArrays(true);
    return statement;
  }

  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}

function toFileState(row: Record<string, unknown>): FileState {
  return { sizeBytes: Number(row['size_bytes']), mtimeMs: Number(row['mtime_ms']) };
}

/** The integrity check has found something. */
export class BrokenLedger extends Error {}

export function backupPathOf(path: string): string {
  return path.replace(/\.db$/, '.backup.db');
}
