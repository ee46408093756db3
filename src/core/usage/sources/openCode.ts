import type { UsageTokens } from '../usageRecord.ts';
import type { LogFile, LogFormat, LogSink, LogSource } from './logSource.ts';
import { addPartEvents, addSessionMessageEvents } from './openCodeEvents.ts';
import { parseJson } from './parseJson.ts';
import { joinPath, listPaths, xdgDataFolder } from './places.ts';
import { type JsonObject, known, readObject, readText, readTime, readTokens, readUsd } from './readFields.ts';

const DATABASE: LogFormat = {
  kind: 'database',
  queries: [
    {
      tables: ['message', 'session'],
      sql: `SELECT m.id, m.session_id, m.time_created, m.data, s.parent_id, s.directory
            FROM message m LEFT JOIN session s ON s.id = m.session_id`,
      readRow: (row, file, sink) => readMessage({ ...row, ...readData(row['data'], sink) }, file, sink),
    },
    ...['session', 'session_v2'].map((session) => ({
      tables: ['session_message', session],
      sql: `SELECT m.id, m.session_id, m.type, m.time_created, m.data, s.parent_id, s.directory
            FROM session_message m JOIN ${session} s ON s.id = m.session_id`,
      readRow: readSessionMessage,
    })),
    {
      isForEvents: true,
      tables: ['part', 'message', 'session'],
      sql: `SELECT p.session_id, p.data, m.time_created, s.directory,
              CASE WHEN json_valid(m.data) THEN json_extract(m.data, '$.role') END AS role
            FROM part p LEFT JOIN message m ON m.id = p.message_id LEFT JOIN session s ON s.id = p.session_id
            WHERE p.data NOT LIKE '%"type":"step-%' AND p.data NOT LIKE '%"type":"reasoning"%'`,
      readRow: (row, file, sink) => addPartEvents({ ...row, ...readData(row['data'], sink) }, file, sink),
    },
  ],
};

const MESSAGE_FILE: LogFormat = {
  kind: 'document',
  read: (text, file, sink) => readMessage(readData(text, sink), file, sink),
};

/**
 * OpenCode: a row per message in SQLite, since version 2 in a table of another shape; in the oldest versions a file per message. Each may hold
 * what another holds too, under the same id.
 */
export const OPEN_CODE: LogSource = {
  label: 'OpenCode',
  formats: { database: DATABASE, messageFile: MESSAGE_FILE },
  roots: (place) => {
    const named = listPaths(place.env['OPENCODE_DATA_DIR'], place.home);
    const folders = named.length > 0 ? named : [joinPath(xdgDataFolder(place), 'opencode')];
    return folders.map((path) => ({ path, format: formatOf, skipFolder }));
  },
};

/** From then on `output` is without reasoning, where no total tells. */
const REASONING_APART_MS = Date.UTC(2026, 4, 1);

function formatOf(path: string): string | undefined {
  if (/^\/opencode(-[^/]*)?\.db$/.test(path)) return 'database';
  return /^\/storage\/message\/.+\.json$/.test(path) ? 'messageFile' : undefined;
}

function skipFolder(path: string): boolean {
  return !/^\/storage(\/message(\/|$)|$)/.test(path);
}

function readData(text: unknown, sink: LogSink): JsonObject {
  const data = parseJson(readText(text) ?? '');
  if (data === undefined) sink.skip('torn');
  return data ?? {};
}

/** Version 2 has the role in a column of its own, and the model's names together. */
function readSessionMessage(row: JsonObject, file: LogFile, sink: LogSink): void {
  const data = readData(row['data'], sink);
  const { id: modelID, providerID } = readObject(data['model']);
  const message = { ...data, ...row, role: row['type'], modelID, providerID };
  addSessionMessageEvents(message, file, sink);
  readMessage(message, file, sink);
}

function readMessage(message: JsonObject, file: LogFile, sink: LogSink): void {
  const id = readText(message['id']);
  const timestampMs = readTime(readObject(message['time'])['created']) ?? readTime(message['time_created']);
  if (message['role'] !== 'assistant' || id === undefined || timestampMs === undefined) return;
  const { cwd, root } = readObject(message['path']);
  const project = readText(cwd) ?? readText(root) ?? readText(message['directory']);
  const origin = known({
    source: file.source,
    sessionId: readText(message['session_id']) ?? readText(message['sessionID']) ?? 'unknown',
    project,
    timestampMs,
  });
  const reason = readText(readObject(message['error'])['name']);
  if (reason !== undefined) sink.addEvent?.({ ...origin, kind: 'error', reason });
  const tokens = readUsage(readObject(message['tokens']), timestampMs);
  // A message in progress, or one that failed, has only zeros.
  if (Object.values(tokens).every((count) => count === 0)) return;
  sink.addRecord({
    ...origin,
    ...tokens,
    key: `opencode:${id}`,
    requests: 1,
    quality: 'reported',
    ...known({
      model: readText(message['modelID']),
      provider: readText(message['providerID']),
      parentSessionId: readText(message['parent_id']),
      // Subscriptions are logged as 0.
      costReportedUsd: readUsd(message['cost']) || undefined,
    }),
  });
}

function readUsage(tokens: JsonObject, timestampMs: number): UsageTokens {
  const cache = readObject(tokens['cache']);
  const count = (value: unknown) => readTokens(value) ?? 0;
  const [input, output, reasoning, read, write] = [
    count(tokens['input']),
    count(tokens['output']),
    count(tokens['reasoning']),
    count(cache['read']),
    count(cache['write']),
  ];
  const total = readTokens(tokens['total']);
  const isApart =
    total === undefined
      ? timestampMs >= REASONING_APART_MS
      : total === input + output + reasoning + read + write && reasoning > 0;
  return {
    inputTokens: input,
    cacheReadTokens: read,
    cacheWrite5mTokens: write,
    cacheWrite1hTokens: 0,
    outputTokens: isApart ? output + reasoning : output,
    reasoningTokens: reasoning,
  };
}
