import { sha256 } from '../../sha256.ts';
import type { UsageRecord } from '../usageRecord.ts';
import { addGeminiEvents } from './geminiEvents.ts';
import { type LogFile, type LogSink, type LogSource, linesFormat } from './logSource.ts';
import { parseJson } from './parseJson.ts';
import { joinPath, listPaths, stemOf } from './places.ts';
import {
  isObject,
  type JsonObject,
  known,
  readArray,
  readObject,
  readText,
  readTime,
  readTokens,
} from './readFields.ts';
import { readSafely } from './readSafely.ts';

/** What tells a project's folder, from a session and from one of a sub-agent. */
const ROOT_FILES = ['../.project_root', '../../.project_root'] as const;
const REGISTRIES = ['../../../projects.json', '../../../../projects.json'] as const;
const COMPANIONS = [...ROOT_FILES, ...REGISTRIES] as const;

/** Gemini CLI: one JSON per session at first, lines since 2026-04; a session that was resumed has both. */
export const GEMINI: LogSource = {
  label: 'Gemini CLI',
  formats: {
    lines: linesFormat<State>({
      marks: ['"tokens"', '"sessionId"', '"$set"'],
      companions: COMPANIONS,
      start: startState,
      readLine,
    }),
    document: {
      kind: 'document',
      companions: COMPANIONS,
      read: (text, file, sink) => {
        const session = parseJson(text);
        if (session === undefined) return sink.skip('torn');
        const state = startState(file);
        readHeader(session, state);
        for (const message of readArray(session['messages']))
          readSafely(sink, () => readMessage(message, state, sink, file));
      },
    },
  },
  roots: ({ home, env }) => {
    const homes = [env['GEMINI_CLI_HOME'] ?? home].map((path) => joinPath(path, '.gemini'));
    const folders = [...homes, ...listPaths(env['GEMINI_DATA_DIR'], home)];
    return folders.map((path) => ({ path: joinPath(path, 'tmp'), format: formatOf }));
  },
};

type State = {
  sessionId: string;
  parentSessionId?: string;
  project?: string;
  startMs?: number;
  /** Lines read so far: the last one about a message is valid. */
  lines: number;
};

function formatOf(path: string): string | undefined {
  if (!/(^|\/)chats\//.test(path)) return undefined;
  if (path.endsWith('.jsonl')) return 'lines';
  return path.endsWith('.json') ? 'document' : undefined;
}

function startState(file: LogFile): State {
  // chats/<parent>/<session>.jsonl is a sub-agent's.
  const parentSessionId = /\/chats\/([^/]+)\/[^/]+$/.exec(file.path)?.[1];
  return { sessionId: stemOf(file.path), lines: 0, ...known({ parentSessionId, project: projectOf(file) }) };
}

/** The working folder where something tells it, else the name that Gemini CLI has for it. */
function projectOf({ path, companions }: LogFile): string | undefined {
  const root = findText(companions, ROOT_FILES)?.trim();
  if (root !== undefined) return root;
  const name = /(?:^|\/)([^/]+)\/chats\//.exec(path)?.[1] ?? '';
  const registry = readObject(parseJson(findText(companions, REGISTRIES) ?? '')?.['projects']);
  const isHash = /^[\da-f]{64}$/.test(name);
  const folder = Object.keys(registry).find(
    (each) => registry[each] === name || (isHash && sha256(each) === name),
  );
  return folder ?? readText(name);
}

function findText(companions: LogFile['companions'], names: readonly string[]): string | undefined {
  return names.map((name) => companions[name]).find((text) => text !== undefined && text.trim() !== '');
}

function readLine(line: JsonObject, state: State, sink: LogSink, file: LogFile): void {
  state.lines += 1;
  const set = line['$set'];
  if (isObject(set)) {
    for (const message of readArray(set['messages']))
      readSafely(sink, () => readMessage(message, state, sink, file));
  } else if (line['type'] === undefined && readText(line['sessionId']) !== undefined) readHeader(line, state);
  else readMessage(line, state, sink, file);
}

function readHeader(header: JsonObject, state: State): void {
  state.sessionId = readText(header['sessionId']) ?? state.sessionId;
  const startMs = readTime(header['startTime']);
  if (startMs !== undefined) state.startMs ??= startMs;
}

function readMessage(message: unknown, state: State, sink: LogSink, file: LogFile): void {
  if (!isObject(message)) return;
  const timestampMs = readTime(message['timestamp']) ?? state.startMs ?? 0;
  const { sessionId, project } = state;
  const origin = known({ source: file.source, sessionId, project, timestampMs });
  if (sink.addEvent) addGeminiEvents(message, origin, sink.addEvent);
  const id = readText(message['id']);
  if (message['type'] !== 'gemini' || !isObject(message['tokens']) || id === undefined) return;
  sink.addRecord({
    ...origin,
    ...readUsage(message['tokens']),
    key: `gemini:${sessionId}:${id}`,
    provider: 'google',
    requests: 1,
    quality: 'reported',
    revision: state.lines,
    ...known({
      parentSessionId: state.parentSessionId,
      model: readText(message['model']),
      sessionStartMs: state.startMs,
    }),
  });
}

/** Cached tokens are a part of the input, thoughts are not a part of the output, and prompts of tools come on top of the input. */
function readUsage(tokens: JsonObject): Partial<UsageRecord> {
  const count = (name: string) => readTokens(readObject(tokens)[name]) ?? 0;
  const [input, output, cached, thoughts, tool] = [
    count('input'),
    count('output'),
    count('cached'),
    count('thoughts'),
    count('tool'),
  ];
  // One variant reports the input without what was cached; its total tells.
  const isExclusive = cached > 0 && count('total') === input + output + thoughts + tool + cached;
  return {
    inputTokens: Math.max(0, input - (isExclusive ? 0 : cached)) + tool,
    cacheReadTokens: cached,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: output + thoughts,
    reasoningTokens: thoughts,
  };
}
