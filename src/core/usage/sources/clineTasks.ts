import type { SourceId, UsageTokens } from '../usageRecord.ts';
import { addClineEvents } from './clineEvents.ts';
import { addClineSession } from './clineSession.ts';
import type { LogFile, LogFormat, LogSink, LogSource, Place } from './logSource.ts';
import { parseJson } from './parseJson.ts';
import { editorUserFolders, joinPath } from './places.ts';
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
import { readSafely } from './readSafely.ts';

const METADATA = 'task_metadata.json';
const HISTORY = 'history_item.json';

const TASK: LogFormat = { kind: 'document', companions: [METADATA, HISTORY], read: readTask };
const SESSION: LogFormat = { kind: 'document', companions: ['*.json'], read: addClineSession };

/** Cline: a folder per task with what was shown; in newer builds a file of messages per session. */
export const CLINE: LogSource = {
  label: 'Cline',
  formats: { task: TASK, session: SESSION },
  roots: (place) => {
    const { home, env } = place;
    const data = env['CLINE_DATA_DIR'] ?? joinPath(env['CLINE_DIR'] ?? joinPath(home, '.cline'), 'data');
    const sessions = env['CLINE_SESSION_DATA_DIR'] ?? joinPath(data, 'sessions');
    return [
      ...taskRoots(place, 'cline', 'saoudrizwan.claude-dev'),
      { path: joinPath(data, 'tasks'), format: taskFormatOf },
      { path: sessions, format: (path) => (path.endsWith('.messages.json') ? 'session' : undefined) },
    ];
  },
};

/** Roo Code, which grew out of Cline. */
export const ROO_CODE: LogSource = {
  label: 'Roo Code',
  formats: { task: TASK },
  roots: (place) => taskRoots(place, 'rooCode', 'rooveterinaryinc.roo-cline'),
};

/** Kilo Code, which grew out of Roo Code. */
export const KILO_CODE: LogSource = {
  label: 'Kilo Code',
  formats: { task: TASK },
  roots: (place) => taskRoots(place, 'kiloCode', 'kilocode.kilo-code'),
};

/** Settings of editors that move the folder with the tasks. */
export const STORAGE_SETTINGS: readonly { source: SourceId; setting: string }[] = [
  { source: 'rooCode', setting: 'roo-cline.customStoragePath' },
  { source: 'kiloCode', setting: 'kilo-code.customStoragePath' },
];

function taskRoots(place: Place, source: SourceId, extension: string) {
  const usual = editorUserFolders(place).map((user) => joinPath(user, 'globalStorage', extension));
  return [...usual, ...(place.storageFolders?.[source] ?? [])].map((folder) => ({
    path: joinPath(folder, 'tasks'),
    format: taskFormatOf,
    skipFolder: (path: string) => !/^\/[^/]+$/.test(path),
  }));
}

function taskFormatOf(path: string): string | undefined {
  return /^\/[^/]+\/ui_messages\.json$/.test(path) ? 'task' : undefined;
}

function readTask(text: string, file: LogFile, sink: LogSink): void {
  const messages = parseMessages(text);
  if (messages === undefined) return sink.skip('torn');
  const task = describeTask(messages, file);
  const { id: sessionId, project } = task;
  if (sink.addEvent)
    addClineEvents(messages, known({ source: file.source, sessionId, project }), sink.addEvent);
  for (const [index, message] of messages.entries()) {
    readSafely(sink, () => readMessage(message, messages[index + 1], task, sink));
  }
}

function parseMessages(text: string): JsonObject[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isObject) : undefined;
  } catch {
    return undefined;
  }
}

type Task = {
  file: LogFile;
  id: string;
  project?: string;
  modelAt: (timestampMs: number) => string | undefined;
};

function describeTask(messages: readonly JsonObject[], file: LogFile): Task {
  const history = parseJson(file.companions[HISTORY] ?? '') ?? {};
  const used = readArray(parseJson(file.companions[METADATA] ?? '')?.['model_usage']).filter(isObject);
  const requests = messages
    .filter(({ say }) => say === 'api_req_started')
    .map(({ text }) => readText(text) ?? '');
  const tagged = firstMatch(requests, /<model>([^<]{1,200})<\/model>/);
  const folder = firstMatch(requests, /Current (?:Working|Workspace) Directory \(([^)\n]{1,1000})\)/);
  const project = readText(history['workspace']) ?? readText(history['cwdOnTaskInitialization']) ?? folder;
  return {
    file,
    id: /\/([^/]+)\/[^/]+$/.exec(file.path)?.[1] ?? 'unknown',
    ...known({ project }),
    modelAt: (timestampMs) => {
      const use = used.findLast(({ ts }) => (readTime(ts) ?? 0) <= timestampMs) ?? used[0];
      return readText(use?.['model_id']) ?? tagged ?? readText(history['modelId']);
    },
  };
}

/** Text inside text inside JSON: line ends and quotes may be escaped. */
function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => pattern.exec(text)?.[1]).find((match) => match !== undefined);
}

function readMessage(message: JsonObject, next: JsonObject | undefined, task: Task, sink: LogSink): void {
  const timestampMs = readTime(message['ts']);
  if (timestampMs === undefined) return;
  const { file, id } = task;
  const origin = known({ source: file.source, sessionId: id, project: task.project, timestampMs });
  const kind = readText(message['say']) ?? readText(message['ask']);
  const content = parseJson(readText(message['text']) ?? '') ?? {};
  const usage = usageOf(kind, message, content, next);
  if (usage === undefined) return;
  const tokens = readTaskTokens(usage, file);
  const costReportedUsd = readUsd(usage['cost'] ?? usage['totalCost']);
  // Without numbers a request failed or is under way.
  if (Object.keys(tokens).length === 0 && !costReportedUsd) return;
  const { modelId, providerId } = readObject(message['modelInfo']);
  sink.addRecord({
    ...origin,
    ...tokens,
    key: `${file.source}:${id}:${timestampMs}:${kind}`,
    requests: 1,
    quality: tokens.inputTokens === undefined ? 'reported-partial' : 'reported',
    ...known({
      model: readText(modelId) ?? task.modelAt(timestampMs),
      provider: readText(providerId),
      costReportedUsd,
    }),
  });
}

/** Where the numbers of a message stand, if it has any. Older builds put them into a message of their own behind it. */
function usageOf(
  kind: string | undefined,
  message: JsonObject,
  content: JsonObject,
  next: JsonObject | undefined,
): JsonObject | undefined {
  switch (kind) {
    case 'api_req_started':
      if (content['tokensIn'] !== undefined || next?.['say'] !== 'api_req_finished') return content;
      return parseJson(readText(next['text']) ?? '');
    case 'deleted_api_reqs':
    case 'subagent_usage':
      return content;
    case 'condense_context':
      return readObject(message['contextCondense']);
    default:
      return undefined;
  }
}

/** Cline tells four numbers that add up; Roo and Kilo tell an input with the cache in it, in older versions without. */
function readTaskTokens(usage: JsonObject, { source }: LogFile): UsageTokens {
  const input = readTokens(usage['tokensIn']);
  const output = readTokens(usage['tokensOut']);
  if (input === undefined && output === undefined) return {};
  const cacheRead = readTokens(usage['cacheReads']) ?? 0;
  const cacheWrite = readTokens(usage['cacheWrites']) ?? 0;
  const holdsCache = source !== 'cline' && (input ?? 0) >= cacheRead + cacheWrite;
  return known({
    inputTokens: input === undefined ? undefined : input - (holdsCache ? cacheRead + cacheWrite : 0),
    cacheReadTokens: cacheRead,
    cacheWrite5mTokens: cacheWrite,
    cacheWrite1hTokens: 0,
    outputTokens: output,
  });
}
