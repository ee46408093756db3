import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { DatabaseFormat, LogFile, LogQuery, LogSink } from '../../core/usage/sources/logSource.ts';
import { readSafely } from '../../core/usage/sources/readSafely.ts';
import type { FoundLog } from './findLogs.ts';
import { importSqlite } from './importSqlite.ts';

const BUSY_TIMEOUT_MS = 2000;

/** Runs the queries whose tables are there, without writing anything into the tool's database. */
export async function readDatabase(
  log: FoundLog,
  format: DatabaseFormat,
  file: LogFile,
  sink: LogSink,
): Promise<void> {
  const sqlite = await importSqlite();
  const open = (path: string) => {
    const database = new sqlite.DatabaseSync(path, { readOnly: true });
    try {
      database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      runQueries(database, format, file, sink);
    } finally {
      database.close();
    }
  };
  try {
    open(log.path);
  } catch (error) {
    // SQLite wants to write beside a database with a write-ahead log, even to read it: then a copy is read.
    if (!existsSync(`${log.path}-wal`) && !isCannotOpen(error)) throw error;
    withCopy(log.path, open);
  }
}

function isCannotOpen(error: unknown): boolean {
  return error instanceof Error && /unable to open|readonly/i.test(error.message);
}

function withCopy(path: string, open: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'token-meter-'));
  try {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    open(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runQueries(database: DatabaseSync, { queries }: DatabaseFormat, file: LogFile, sink: LogSink): void {
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").all();
  const tables = new Set(rows.map(({ name }) => name));
  for (const query of queries) {
    if (query.isForEvents && !sink.addEvent) continue;
    if (query.tables.every((name) => tables.has(name))) runQuery(database, query, file, sink);
  }
}

function runQuery(database: DatabaseSync, query: LogQuery, file: LogFile, sink: LogSink): void {
  for (const row of database.prepare(query.sql).iterate()) {
    readSafely(sink, () => query.readRow(row, file, sink));
  }
}
