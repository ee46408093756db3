import { addChatRequests } from './copilotChatSession.ts';
import { splitInput } from './copilotUsage.ts';
import { type LogFile, type LogFormat, type LogSink, type LogSource, linesFormat } from './logSource.ts';
import { parseJson } from './parseJson.ts';
import { editorUserFolders, joinPath } from './places.ts';
import {
  isObject,
  type JsonObject,
  known,
  readObject,
  readText,
  readTime,
  readTokens,
} from './readFields.ts';
import { replayOperations } from './replayOperations.ts';

const TRACES: LogFormat = {
  kind: 'database',
  queries: [
    {
      tables: ['spans', 'span_attributes'],
      sql: `SELECT s.span_id, s.trace_id, s.start_time_ms, s.response_model,
              CAST(MAX(CASE a.key WHEN 'gen_ai.usage.input_tokens' THEN a.value END) AS INTEGER) AS input,
              CAST(MAX(CASE a.key WHEN 'gen_ai.usage.output_tokens' THEN a.value END) AS INTEGER) AS output,
              CAST(MAX(CASE a.key WHEN 'gen_ai.usage.cache_read.input_tokens' THEN a.value END) AS INTEGER) AS cache_read,
              CAST(MAX(CASE a.key WHEN 'gen_ai.usage.cache_creation.input_tokens' THEN a.value END) AS INTEGER) AS cache_write,
              MAX(CASE a.key WHEN 'gen_ai.conversation.id' THEN a.value END) AS conversation_id
            FROM spans s JOIN span_attributes a ON a.span_id = s.span_id
            WHERE s.operation_name = 'chat' GROUP BY s.span_id`,
      readRow: readSpan,
    },
  ],
};

const DEBUG_LOG = linesFormat<Record<string, never>>({
  marks: ['"llm_request"'],
  companions: ['../../../workspace.json'],
  start: () => ({}),
  readLine: readDebugLine,
});

const SESSION: LogFormat = {
  kind: 'document',
  companions: ['../workspace.json'],
  read: (text, file, sink) => {
    const session = file.path.endsWith('.jsonl') ? replayOperations(text) : parseJson(text);
    if (!isObject(session)) return sink.skip('torn');
    addChatRequests(session, projectOf(file, '../workspace.json'), file, sink);
  },
};

/** Copilot Chat in VS Code: spans of its exporter, its debug log, the sessions that VS Code keeps; the first two only where turned on. */
export const COPILOT_CHAT: LogSource = {
  label: 'Copilot Chat',
  formats: { traces: TRACES, debugLog: DEBUG_LOG, session: SESSION },
  roots: (place) =>
    editorUserFolders(place).flatMap((user) => [
      { path: joinPath(user, 'globalStorage/github.copilot-chat/agent-traces.db'), format: () => 'traces' },
      { path: joinPath(user, 'globalStorage/emptyWindowChatSessions'), format: sessionFormatOf },
      { path: joinPath(user, 'workspaceStorage'), format: workspaceFormatOf, skipFolder },
    ]),
};

function sessionFormatOf(path: string): string | undefined {
  return /^\/[^/]+\.jsonl?$/.test(path) ? 'session' : undefined;
}

function workspaceFormatOf(path: string): string | undefined {
  if (/^\/[^/]+\/chatSessions\/[^/]+\.jsonl?$/.test(path)) return 'session';
  return /\/debug-logs\/[^/]+\/main\.jsonl$/.test(path) ? 'debugLog' : undefined;
}

/** Extensions keep much in their workspace folders; of all of it only these are entered. */
function skipFolder(path: string): boolean {
  return !/^\/[^/]+(\/chatSessions|\/github\.copilot(-chat)?(\/debug-logs(\/[^/]+)?)?)?$/i.test(path);
}

function readSpan(row: JsonObject, file: LogFile, sink: LogSink): void {
  const timestampMs = readTime(row['start_time_ms']);
  const input = readTokens(row['input']);
  if (timestampMs === undefined || input === undefined) return;
  sink.addRecord({
    ...splitInput(input, readTokens(row['cache_read']) ?? 0, readTokens(row['cache_write']) ?? 0),
    key: `copilotChat:span:${String(row['span_id'])}`,
    source: file.source,
    sessionId: readText(row['conversation_id']) ?? readText(row['trace_id']) ?? 'unknown',
    timestampMs,
    outputTokens: readTokens(row['output']) ?? 0,
    provider: 'copilot',
    requests: 1,
    quality: 'reported',
    ...known({ model: readText(row['response_model']) }),
  });
}

/** Sub-agents' calls are in it too. Writes into the cache are not told. */
function readDebugLine(line: JsonObject, _: unknown, sink: LogSink, file: LogFile): void {
  const attributes = readObject(line['attrs']);
  const timestampMs = readTime(line['ts']);
  const input = readTokens(attributes['inputTokens']);
  if (line['type'] !== 'llm_request' || timestampMs === undefined || input === undefined) return;
  const cached = readTokens(attributes['cachedTokens']);
  const sessionId = readText(line['sid']) ?? /\/debug-logs\/([^/]+)\//.exec(file.path)?.[1] ?? 'unknown';
  sink.addRecord({
    key: `copilotChat:${sessionId}:${readText(line['spanId']) ?? timestampMs}`,
    source: file.source,
    sessionId,
    timestampMs,
    inputTokens: Math.max(0, input - (cached ?? 0)),
    outputTokens: readTokens(attributes['outputTokens']) ?? 0,
    provider: 'copilot',
    requests: 1,
    quality: 'reported',
    layer: 'sums',
    ...known({
      cacheReadTokens: cached,
      model: readText(attributes['model']),
      project: projectOf(file, '../../../workspace.json'),
    }),
  });
}

function projectOf({ companions }: LogFile, name: string): string | undefined {
  const workspace = parseJson(companions[name] ?? '') ?? {};
  // Several folders together are named by the file that lists them.
  const uri = readText(workspace['folder']) ?? readText(workspace['workspace']);
  if (uri === undefined) return undefined;
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, '').replace(/^\/(?=[a-z](:|%3a))/i, ''));
  } catch {
    return uri;
  }
}
