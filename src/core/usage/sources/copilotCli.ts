import { addCopilotEvents } from './copilotEvents.ts';
import { COPILOT_SPANS } from './copilotSpans.ts';
import { creditsToUsd, splitInput } from './copilotUsage.ts';
import { type LogFile, type LogFormat, type LogSink, type LogSource, linesFormat } from './logSource.ts';
import { joinPath, listPaths, stemOf } from './places.ts';
import {
  isObject,
  type JsonObject,
  known,
  readObject,
  readText,
  readTime,
  readTokens,
} from './readFields.ts';

const STORE: LogFormat = {
  kind: 'database',
  queries: [
    {
      tables: ['assistant_usage_events', 'sessions'],
      sql: 'SELECT s.*, e.* FROM assistant_usage_events e LEFT JOIN sessions s ON s.id = e.session_id',
      readRow: readStoredCall,
    },
  ],
};

const EVENTS = linesFormat<State>({
  marks: ['"session.start"', '"session.resume"', '"session.shutdown"', '"assistant.message"'],
  start: ({ path }) => ({ sessionId: sessionIdOf(path), sums: {} }),
  readLine,
});

/**
 * GitHub Copilot CLI: a row per request in its session store; else a span per request, where it exports them; else sums when a session ends;
 * else only the output of each message.
 */
export const COPILOT_CLI: LogSource = {
  label: 'Copilot CLI',
  formats: { store: STORE, spans: COPILOT_SPANS, events: EVENTS },
  roots: ({ home, env }) => [
    { path: env['COPILOT_HOME'] ?? joinPath(home, '.copilot'), format: formatOf, skipFolder },
    ...listPaths(env['COPILOT_OTEL_FILE_EXPORTER_PATH'], home).map((path) => ({
      path,
      format: () => 'spans',
      skipFolder: () => true,
    })),
  ],
};

type State = {
  sessionId: string;
  project?: string;
  startMs?: number;
  /** By model, at the last end of the session. */
  sums: Record<string, Sum>;
};
type Sum = Record<
  'requests' | 'input' | 'cacheRead' | 'cacheWrite' | 'output' | 'reasoning' | 'nanoCredits',
  number
>;

function formatOf(path: string): string | undefined {
  if (path === '/session-store.db') return 'store';
  if (/^\/otel\/[^/]+\.jsonl$/.test(path)) return 'spans';
  return /^\/session-state\/([^/]+\/events|[^/]+)\.jsonl$/.test(path) ? 'events' : undefined;
}

function skipFolder(path: string): boolean {
  return !/^\/(otel|session-state(\/[^/]+)?)$/.test(path);
}

function sessionIdOf(path: string): string {
  return /\/([^/]+)\/events\.jsonl$/.exec(path)?.[1] ?? stemOf(path);
}

function readStoredCall(row: JsonObject, file: LogFile, sink: LogSink): void {
  const timestampMs = readTime(row['created_at']);
  const sessionId = readText(row['session_id']);
  if (timestampMs === undefined || sessionId === undefined) return sink.skip('wrongTypes');
  const count = (name: string) => readTokens(row[name]) ?? 0;
  sink.addRecord({
    ...splitInput(count('input_tokens'), count('cache_read_tokens'), count('cache_write_tokens')),
    outputTokens: count('output_tokens'),
    reasoningTokens: count('reasoning_tokens'),
    key: `copilotCli:${sessionId}:${String(row['id'])}`,
    source: file.source,
    sessionId,
    timestampMs,
    provider: 'copilot',
    requests: 1,
    quality: 'reported',
    ...known({
      model: readText(row['model']),
      project: readText(row['cwd']),
      costReportedUsd: creditsToUsd(readTokens(row['total_nano_aiu'])),
    }),
  });
}

function readLine(line: JsonObject, state: State, sink: LogSink, file: LogFile): void {
  const data = readObject(line['data']);
  const timestampMs = readTime(line['timestamp']) ?? state.startMs ?? 0;
  switch (line['type']) {
    case 'session.start':
    case 'session.resume':
      state.sessionId = readText(data['sessionId']) ?? state.sessionId;
      state.startMs ??= timestampMs;
      Object.assign(state, known({ project: readText(readObject(data['context'])['cwd']) }));
      break;
    case 'assistant.message':
      readMessage(data, originOf(state, timestampMs, file), readText(line['id']), sink);
      break;
    case 'session.shutdown':
      readShutdown(data, originOf(state, timestampMs, file), readText(line['id']), state, sink);
      break;
  }
  if (sink.addEvent) addCopilotEvents(line, originOf(state, timestampMs, file), sink.addEvent);
}

function originOf({ sessionId, project }: State, timestampMs: number, { source }: LogFile) {
  return known({ source, sessionId, project, timestampMs });
}

type Origin = ReturnType<typeof originOf>;

function readMessage(data: JsonObject, origin: Origin, lineId: string | undefined, sink: LogSink): void {
  const outputTokens = readTokens(data['outputTokens']);
  if (outputTokens === undefined) return;
  sink.addRecord({
    ...origin,
    key: `copilotCli:${origin.sessionId}:message:${readText(data['messageId']) ?? lineId ?? origin.timestampMs}`,
    outputTokens,
    provider: 'copilot',
    requests: 1,
    quality: 'reported-partial',
    layer: 'parts',
    ...known({ model: readText(data['model']) }),
  });
}

/** The sums go on when a session is resumed, so what is new is the difference; where they went back they began anew. */
function readShutdown(
  data: JsonObject,
  origin: Origin,
  lineId: string | undefined,
  state: State,
  sink: LogSink,
): void {
  const metrics = Object.entries(readObject(data['modelMetrics']));
  for (const [model, sum] of metrics.map(([model, metric]) => [model, readSum(metric)] as const)) {
    const before = Object.hasOwn(state.sums, model) ? state.sums[model] : undefined;
    const used = subtractSum(sum, before);
    // The file may hold any name, also one that means something to an object.
    Object.defineProperty(state.sums, model, {
      value: sum,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    if (used.requests === 0 && used.input === 0 && used.output === 0) continue;
    sink.addRecord({
      ...origin,
      ...splitInput(used.input, used.cacheRead, used.cacheWrite),
      outputTokens: used.output,
      reasoningTokens: used.reasoning,
      key: `copilotCli:${origin.sessionId}:sum:${model}:${lineId ?? origin.timestampMs}`,
      model,
      provider: 'copilot',
      requests: used.requests,
      contextTokens: Math.ceil(used.input / Math.max(used.requests, 1)),
      quality: 'reported',
      layer: 'sums',
      ...known({ costReportedUsd: creditsToUsd(used.nanoCredits) }),
    });
  }
}

function readSum(metric: unknown): Sum {
  const { requests, usage, totalNanoAiu } = readObject(metric);
  const count = (value: unknown, name: string) =>
    (isObject(value) ? readTokens(value[name]) : undefined) ?? 0;
  return {
    requests: count(requests, 'count'),
    input: count(usage, 'inputTokens'),
    cacheRead: count(usage, 'cacheReadTokens'),
    cacheWrite: count(usage, 'cacheWriteTokens'),
    output: count(usage, 'outputTokens'),
    reasoning: count(usage, 'reasoningTokens'),
    nanoCredits: typeof totalNanoAiu === 'number' ? Math.max(totalNanoAiu, 0) : 0,
  };
}

function subtractSum(sum: Sum, before: Sum | undefined): Sum {
  if (before === undefined) return sum;
  const names = Object.keys(sum) as (keyof Sum)[];
  if (names.some((name) => sum[name] < before[name])) return sum;
  return Object.fromEntries(names.map((name) => [name, sum[name] - before[name]])) as Sum;
}
