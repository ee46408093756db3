import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SessionEvent } from '../../../core/usage/sessionEvent.ts';
import { eventId } from '../../../core/waste/dropCopies.ts';
import type { Checkpoint, LogReading } from '../logReading.ts';
import type { EventStore } from './eventStore.ts';

/** Their tables, which the ledger clears and prunes with its own. */
export const EVENT_TABLES = { events: 'events', files: 'event_files' } as const;

/** Events in the ledger's database; `transact` runs what belongs together. */
export function createSqliteEvents(database: DatabaseSync, transact: <T>(change: () => T) => T): EventStore {
  const prepare = createPreparer(database);
  const fileOf = (path: string) =>
    prepare('SELECT size_bytes, mtime_ms, checkpoint FROM event_files WHERE path = ?').get(path);
  const writeReading = ({ path, events, checkpoint }: LogReading) => {
    for (const event of events) {
      const { source, sessionId, agentId = '', project, timestampMs, ...body } = event;
      prepare(INSERT_EVENT).run(
        eventId(event),
        source,
        sessionId,
        agentId,
        project ?? null,
        timestampMs,
        JSON.stringify(body),
      );
    }
    const { sizeBytes, mtimeMs } = checkpoint;
    prepare('INSERT OR REPLACE INTO event_files VALUES (?, ?, ?, ?)').run(
      path,
      sizeBytes,
      mtimeMs,
      JSON.stringify(checkpoint),
    );
  };
  return {
    fileState: (path) => {
      const row = fileOf(path);
      return row && { sizeBytes: Number(row['size_bytes']), mtimeMs: Number(row['mtime_ms']) };
    },
    checkpoint: (path) => {
      const row = fileOf(path);
      // It holds what `write` has put there.
      return row && (JSON.parse(String(row['checkpoint'])) as Checkpoint);
    },
    write: (readings) =>
      transact(() => {
        for (const reading of readings) writeReading(reading);
        if (readings.some(({ events }) => events.length > 0)) countChange(database);
      }),
    all: () => {
      const once = createOnce();
      const rows = prepare(
        'SELECT source, session_id, agent_id, project, timestamp_ms, body FROM events',
      ).all();
      return rows.map((row) => {
        const { agent_id: agentId, project } = row;
        // The columns hold what `write` gave.
        return {
          source: once(row['source']),
          sessionId: once(row['session_id']),
          ...(agentId !== '' && { agentId: once(agentId) }),
          ...(project !== null && { project: once(project) }),
          timestampMs: row['timestamp_ms'],
          ...JSON.parse(String(row['body'])),
        } as SessionEvent;
      });
    },
    version: () => Number(prepare('SELECT changes FROM event_version').get()?.['changes']),
  };
}

/** To be called whenever events were taken away. */
export function countChange(database: DatabaseSync): void {
  database.exec('UPDATE event_version SET changes = changes + 1');
}

const INSERT_EVENT = `INSERT OR REPLACE INTO events
  (id, source, session_id, agent_id, project, timestamp_ms, body) VALUES (?, ?, ?, ?, ?, ?, ?)`;

function createPreparer(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

/** Sessions and folders repeat with every event; they are kept once. */
function createOnce(): (value: unknown) => unknown {
  const texts = new Map<unknown, unknown>();
  return (value) => {
    const known = texts.get(value);
    if (known === undefined) texts.set(value, value);
    return known ?? value;
  };
}
