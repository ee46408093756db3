import { inputWithCache, type UsageRecord, type UsageTokens } from '../usageRecord.ts';
import { addClaudeEvents } from './claudeEvents.ts';
import {
  type LogFile,
  type LogRoot,
  type LogSink,
  type LogSource,
  linesFormat,
  type Place,
} from './logSource.ts';
import { configFolder, joinPath, listPaths, stemOf, xdgConfigFolder } from './places.ts';
import {
  isObject,
  type JsonObject,
  known,
  readArray,
  readObject,
  readText,
  readTime,
  readTokens,
  readUsd,
} from './readFields.ts';

/** Claude Code: a transcript per session and sub-agent, a line per block of a response, each with the usage of all of it. */
export const CLAUDE_CODE: LogSource = {
  label: 'Claude Code',
  formats: {
    transcript: linesFormat<State>({
      marks: ['"usage"'],
      // The blocks of a response that is final: most of the log.
      shortening: {
        from: '"content":[',
        to: '],"stop_reason":"',
        isWhole: hasUsage,
        // The next block of the same response: half of the lines.
        repeats: { from: '"isSidechain":', to: '"uuid":"', time: '"timestamp":"' },
      },
      headLines: 8,
      isHeadRead: ({ sessionStartMs }) => sessionStartMs !== undefined,
      start: () => ({ responses: [] }),
      readLine,
    }),
  },
  roots: findRoots,
};

type State = {
  sessionStartMs?: number;
  /** Visible characters of the latest responses: their lines may stand among those of others. */
  responses: [id: string, chars: number][];
};

/** Agents that run at the same time write into one file in older versions. */
const MOST_OPEN_RESPONSES = 16;
/** Measured on Claude up to 4.6, thinking included. */
const CHARS_PER_TOKEN = 3;
/** What versions 2.1.12 to 2.1.52 write before a response is complete. */
const MOST_PLACEHOLDER_TOKENS = 10;

function findRoots(place: Place) {
  const { home, env } = place;
  const named = listPaths(env['CLAUDE_CONFIG_DIR'], home);
  const folders =
    named.length > 0 ? named : [joinPath(xdgConfigFolder(place), 'claude'), joinPath(home, '.claude')];
  const projects = folders.map((path) =>
    /(^|[\\/])projects$/.test(path) ? path : joinPath(path, 'projects'),
  );
  const desktop = joinPath(configFolder(place), 'Claude/local-agent-mode-sessions');
  return [
    ...projects.map((path) => ({ path, format: formatOf })),
    { path: desktop, format: desktopFormatOf },
    ...(place.platform === 'win32' ? [packagesRoot(place)] : []),
  ];
}

function desktopFormatOf(path: string) {
  return path.includes('/projects/') ? formatOf(path) : undefined;
}

/** From Microsoft's store, Claude Desktop has a roaming folder of its own. */
function packagesRoot({ home, env }: Place): LogRoot {
  const local = env['LOCALAPPDATA'] ?? joinPath(home, 'AppData/Local');
  const way = ['LocalCache', 'Roaming', 'Claude', 'local-agent-mode-sessions'];
  const isOnWay = ([name = '', ...inner]: string[]) =>
    name.includes('Claude_') && inner.every((each, index) => index >= way.length || each === way[index]);
  return {
    path: joinPath(local, 'Packages'),
    format: (path) => (isOnWay(path.split('/').slice(1)) ? desktopFormatOf(path) : undefined),
    skipFolder: (path) => !isOnWay(path.split('/').slice(1)),
  };
}

function formatOf(path: string) {
  return path.endsWith('.jsonl') && !path.endsWith('/journal.jsonl') ? 'transcript' : undefined;
}

function readLine(line: JsonObject, state: State, sink: LogSink, file: LogFile): void {
  const timestampMs = readTime(line['timestamp']);
  if (timestampMs !== undefined) state.sessionStartMs ??= timestampMs;
  if (sink.addEvent) addClaudeEvents(line, originOf(line, state, file), sink.addEvent);
  const message = readObject(line['message']);
  const usage = message['usage'];
  if (line['type'] !== 'assistant' || !isObject(usage) || message['model'] === '<synthetic>') return;
  const record = readResponse(line, message, usage, state, file);
  sink.addRecord(record);
  for (const extra of readOtherModels(record, usage)) sink.addRecord(extra);
}

function hasUsage(line: JsonObject): boolean {
  const { id, model, usage } = readObject(line['message']);
  return readText(id) !== undefined && readText(model) !== undefined && isObject(usage);
}

function originOf(line: JsonObject, state: State, file: LogFile) {
  return known({
    source: file.source,
    sessionId: readText(line['sessionId']) ?? stemOf(file.path),
    agentId: readText(line['agentId']),
    project: readText(line['cwd']),
    // A line without a time is placed where its session began.
    timestampMs: readTime(line['timestamp']) ?? state.sessionStartMs ?? 0,
  });
}

function readResponse(
  line: JsonObject,
  message: JsonObject,
  usage: JsonObject,
  state: State,
  file: LogFile,
): UsageRecord {
  const origin = originOf(line, state, file);
  const placed = `${origin.sessionId}@${origin.timestampMs}`;
  const id = readText(message['id']) ?? readText(line['requestId']) ?? readText(line['uuid']) ?? placed;
  const tokens = readUsage(usage);
  const isFinal = readText(message['stop_reason']) !== undefined;
  const estimate = isFinal ? undefined : estimateOutput(id, message, tokens, state);
  return {
    ...origin,
    ...tokens,
    key: `claude:${id}`,
    provider: 'anthropic',
    requests: 1,
    quality: estimate === undefined ? 'reported' : 'reported-partial',
    ...known({
      model: readText(message['model']),
      estimatedOutputTokens: estimate,
      sessionStartMs: state.sessionStartMs,
      contextTokens: contextOf(usage, message['model']),
      speed: usage['speed'] === 'fast' ? ('fast' as const) : undefined,
      inferenceGeo: usage['inference_geo'] === 'us' ? ('us' as const) : undefined,
      webSearches: readTokens(readObject(usage['server_tool_use'])['web_search_requests']) || undefined,
      costReportedUsd: readUsd(line['costUSD']),
      // Side questions replay their parent's messages. A sub-agent's own calls are a side chain as well, and the only copy.
      isReplay: line['isSidechain'] === true && line['agentId'] === undefined ? (true as const) : undefined,
      isFinal: isFinal ? (true as const) : undefined,
    }),
  };
}

function readUsage(usage: JsonObject): UsageTokens {
  const writes = readTokens(usage['cache_creation_input_tokens']);
  const byAge = readObject(usage['cache_creation']);
  const cacheWrite1hTokens = readTokens(byAge['ephemeral_1h_input_tokens']) ?? 0;
  const cacheWrite5mTokens = readTokens(byAge['ephemeral_5m_input_tokens']) ?? 0;
  return {
    inputTokens: readTokens(usage['input_tokens']) ?? 0,
    cacheReadTokens: readTokens(usage['cache_read_input_tokens']) ?? 0,
    // Older versions only tell the sum: five minutes is what a write lives for unless asked otherwise.
    cacheWrite5mTokens: Math.max(cacheWrite5mTokens, (writes ?? 0) - cacheWrite1hTokens),
    cacheWrite1hTokens,
    outputTokens: readTokens(usage['output_tokens']) ?? 0,
  };
}

/** Of a response that the model gave in several turns the usage may be their sum: the context is that of the last one. */
function contextOf(usage: JsonObject, model: unknown): number | undefined {
  const own = readArray(usage['iterations']).filter((turn) => (readObject(turn)['model'] ?? model) === model);
  if (own.length < 2) return undefined;
  return inputWithCache(readUsage(readObject(own.at(-1))));
}

/** Calls of other models for the same response: of one that refused before a fallback answered, of an advisor. The sum does not hold them. */
function readOtherModels(record: UsageRecord, usage: JsonObject): UsageRecord[] {
  return readArray(usage['iterations']).flatMap((iteration, index) => {
    const model = readText(readObject(iteration)['model']);
    if (model === undefined || model === record.model) return [];
    const {
      estimatedOutputTokens: _,
      contextTokens: __,
      webSearches: ___,
      costReportedUsd: ____,
      ...shared
    } = record;
    const tokens = readUsage(readObject(iteration));
    return [
      {
        ...shared,
        ...tokens,
        model,
        key: `${record.key}#${index}`,
        requests: 0,
        quality: 'reported' as const,
      },
    ];
  });
}

/** Output by the visible blocks where the number is a placeholder; `undefined` where it can be true. */
function estimateOutput(
  id: string,
  message: JsonObject,
  { outputTokens = 0 }: UsageTokens,
  { responses }: State,
): number | undefined {
  // Then no line of this response needs an estimate: the one that says more is valid.
  if (outputTokens > MOST_PLACEHOLDER_TOKENS) return undefined;
  const open = responses.find(([each]) => each === id) ?? [id, 0];
  if (!responses.includes(open)) responses.push(open);
  if (responses.length > MOST_OPEN_RESPONSES) responses.shift();
  open[1] += readArray(message['content']).reduce<number>((sum, block) => sum + visibleChars(block), 0);
  const estimate = Math.ceil(open[1] / CHARS_PER_TOKEN);
  return estimate > 2 * MOST_PLACEHOLDER_TOKENS ? estimate : undefined;
}

function visibleChars(block: unknown): number {
  if (!isObject(block)) return 0;
  const text = readText(block['text']) ?? readText(block['thinking']) ?? '';
  const call = block['type'] === 'tool_use' ? JSON.stringify(block['input'] ?? {}).length : 0;
  return text.length + call;
}
