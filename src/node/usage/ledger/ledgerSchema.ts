import type { DatabaseSync } from 'node:sqlite';
import { NEWER_LEDGER } from '../../../core/usage/newerLedger.ts';

const RECORD_TABLE = `
  key TEXT PRIMARY KEY, source TEXT NOT NULL, session_id TEXT NOT NULL, parent_session_id TEXT, agent_id TEXT, project TEXT,
  timestamp_ms INTEGER NOT NULL, session_start_ms INTEGER, model TEXT, provider TEXT,
  input_tokens INTEGER, cache_read_tokens INTEGER, cache_write_5m_tokens INTEGER, cache_write_1h_tokens INTEGER,
  output_tokens INTEGER, reasoning_tokens INTEGER, estimated_output_tokens INTEGER,
  requests INTEGER NOT NULL, context_tokens INTEGER, web_searches INTEGER, speed TEXT, cost_reported_usd REAL,
  quality TEXT NOT NULL, layer TEXT, revision INTEGER, is_replay INTEGER, is_final INTEGER`;

/**
 * What leads from each version of the schema to the next, oldest first; `PRAGMA user_version` counts them. What has shipped is never
 * changed: a change is one more step. Where a source makes something else of a log, the step is `DELETE FROM files`: all is read anew.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE records (${RECORD_TABLE}) WITHOUT ROWID;
   CREATE TABLE files (
     path TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, mtime_ms REAL NOT NULL, checkpoint TEXT NOT NULL, skips TEXT
   ) WITHOUT ROWID;
   CREATE TABLE version (changes INTEGER NOT NULL);
   INSERT INTO version VALUES (0);
   CREATE TABLE lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until_ms INTEGER NOT NULL) WITHOUT ROWID;`,
  `CREATE TABLE totals (${RECORD_TABLE}) WITHOUT ROWID;
   CREATE TABLE pruned (key TEXT PRIMARY KEY) WITHOUT ROWID;
   CREATE INDEX records_by_time ON records (timestamp_ms);`,
  `CREATE TABLE events (
     id TEXT NOT NULL, source TEXT NOT NULL, session_id TEXT NOT NULL, agent_id TEXT NOT NULL, project TEXT,
     timestamp_ms INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, session_id, agent_id)
   ) WITHOUT ROWID;
   CREATE TABLE event_files (
     path TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, mtime_ms REAL NOT NULL, checkpoint TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE event_version (changes INTEGER NOT NULL);
   INSERT INTO event_version VALUES (0);`,
  // Where inference may run, and the tier of Codex's calls, which were not read before.
  `ALTER TABLE records ADD COLUMN inference_geo TEXT;
   ALTER TABLE totals ADD COLUMN inference_geo TEXT;
   DELETE FROM files;`,
  // Events of Cline and its kin and of OpenCode, which were not read before, and texts that VS Code had cut.
  `DELETE FROM event_files;
   DELETE FROM events WHERE source IN ('cline', 'rooCode', 'kiloCode', 'openCode', 'copilotChat');`,
  // Prompts tell what was pasted into them.
  'DELETE FROM event_files; DELETE FROM events; UPDATE event_version SET changes = changes + 1;',
];

/** Grows with each step. */
export const LEDGER_VERSION = MIGRATIONS.length;

/** Brings the schema up to date, whatever version it has. Throws when a later version of Token Meter has written it. */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  if (readVersion(database) === migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    const version = readVersion(database);
    if (version > migrations.length) throw new NewerSchema(NEWER_LEDGER);
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The ledger is of a later version of Token Meter, which is not an error in it. */
export class NewerSchema extends Error {}

function readVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
