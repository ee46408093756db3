import type { UsageRecord } from '../usageRecord.ts';
import { addCodexEvents } from './codexEvents.ts';
import { type LogFile, type LogSink, type LogSource, linesFormat } from './logSource.ts';
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
import { readServiceTier } from './readServiceTier.ts';

/** The settings of Codex, seen from a rollout of a day and from an archived one. */
const CONFIGS = ['../../../../config.toml', '../config.toml'] as const;

/** Codex CLI, Desktop and IDE extension: a rollout per session, with cumulative totals after each call. */
export const CODEX: LogSource = {
  label: 'Codex',
  formats: {
    rollout: linesFormat<State>({
      marks: ['"token_count"', '"turn_context"', '"session_meta"', '"thread_settings_applied"'],
      companions: CONFIGS,
      start: (file) => ({
        sessionId: sessionIdOf(file.path),
        isFork: false,
        ...known({ configuredTier: configuredTier(file) }),
      }),
      readLine,
    }),
  },
  roots: ({ home, env }) => {
    const named = listPaths(env['CODEX_HOME'], home);
    const homes = named.length > 0 ? named : [joinPath(home, '.codex')];
    return homes
      .flatMap((path) => [joinPath(path, 'sessions'), joinPath(path, 'archived_sessions')])
      .map((path) => ({ path, format: formatOf }));
  },
};

type State = {
  sessionId: string;
  parentSessionId?: string;
  isFork: boolean;
  /** Time of the first line: a fork begins with the whole log of its parent, written at once. */
  startMs?: number;
  hasMeta?: true;
  project?: string;
  provider?: string;
  model?: string;
  /** Of the calls to come, as the rollout names it. */
  serviceTier?: string;
  /** That of the settings when the rollout was read first: older ones name none. */
  configuredTier?: string;
  total?: Counts;
};

/** Input with cache, cache reads, cache writes, output with reasoning, reasoning. */
type Counts = [input: number, cacheRead: number, cacheWrite: number, output: number, reasoning: number];

/** Models that Codex has a fast mode for, by its documentation. */
const HAS_FAST_MODE = /^gpt-(?:5\.[45]|5\.6(?:-\w+)?|6-astra)$/;

/** Two names of one tier. */
const FAST_TIERS: ReadonlySet<string> = new Set(['fast', 'priority']);

/** Long enough for a fork to be written, shorter than a model takes to answer. */
const REPLAY_MS = 1000;

function formatOf(path: string) {
  return path.endsWith('.jsonl') || path.endsWith('.jsonl.zst') ? 'rollout' : undefined;
}

function sessionIdOf(path: string): string {
  const stem = stemOf(path);
  return /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.exec(stem)?.[0] ?? stem;
}

function readLine(line: JsonObject, state: State, sink: LogSink, file: LogFile): void {
  const payload = readObject(line['payload']);
  const timestampMs = readTime(line['timestamp']);
  if (timestampMs !== undefined) state.startMs ??= timestampMs;
  if (line['type'] === 'session_meta') readMeta(payload, state);
  else if (line['type'] === 'turn_context') readTurn(payload, state);
  else if (payload['type'] === 'token_count') readCount(payload, timestampMs, state, sink, file);
  else if (payload['type'] === 'thread_settings_applied') readSettings(payload, state);
  if (sink.addEvent) addCodexEvents(line, payload, originOf(timestampMs, state, file), sink.addEvent);
}

function originOf(
  timestampMs: number | undefined,
  { sessionId, project, startMs }: State,
  { source }: LogFile,
) {
  return known({ source, sessionId, project, timestampMs: timestampMs ?? startMs ?? 0 });
}

/** The first meta is the session's own; one of another session is its parent's, copied. */
function readMeta(payload: JsonObject, state: State): void {
  const id = readText(payload['id']);
  if (state.hasMeta) {
    if (id === undefined || id === state.sessionId) return;
    state.isFork = true;
    state.parentSessionId ??= id;
    return;
  }
  const spawn = readObject(readObject(readObject(payload['source'])['subagent'])['thread_spawn']);
  const parent = readText(spawn['parent_thread_id']) ?? readText(payload['forked_from_id']);
  Object.assign(
    state,
    known({
      hasMeta: true,
      sessionId: id ?? state.sessionId,
      project: readText(payload['cwd']),
      provider: readText(payload['model_provider']),
      parentSessionId: parent,
      isFork: parent !== undefined,
    }),
  );
}

function readTurn(payload: JsonObject, state: State): void {
  Object.assign(state, known({ model: readText(payload['model']), project: readText(payload['cwd']) }));
}

function readSettings(payload: JsonObject, state: State): void {
  const { model, service_tier: serviceTier } = readObject(payload['thread_settings']);
  Object.assign(state, known({ model: readText(model), serviceTier: readText(serviceTier) }));
}

function configuredTier({ companions }: LogFile): string | undefined {
  const config = CONFIGS.map((name) => companions[name]).find((text) => text !== undefined);
  return config === undefined ? undefined : readServiceTier(config);
}

/** What the settings say now need not have held for models from before there was a choice. */
function tierOf({ serviceTier, configuredTier, model = '' }: State): string | undefined {
  return serviceTier ?? (HAS_FAST_MODE.test(model) ? configuredTier : undefined);
}

function readCount(
  payload: JsonObject,
  timestampMs: number | undefined,
  state: State,
  sink: LogSink,
  file: LogFile,
): void {
  const info = payload['info'];
  if (!isObject(info)) return; // Only the limits were refreshed.
  const total = readCounts(info['total_token_usage']);
  const last = readCounts(info['last_token_usage']);
  const used = total === undefined ? last : usedSince(total, last, state);
  const sum = total ?? addCounts(state.total, last);
  if (used === undefined || sum === undefined) return;
  state.total = sum;
  if (used.every((count) => count === 0) || isReplayed(timestampMs, state)) return;
  sink.addRecord(toRecord(used, sum, timestampMs, state, file));
}

/** The difference to the totals before. Events repeat, and one event may stand for two calls, so `last` alone tells neither. */
function usedSince(total: Counts, last: Counts | undefined, state: State): Counts | undefined {
  const before = state.total;
  // A fork that was not replayed goes on from totals that this file does not have.
  if (before === undefined) return state.isFork && last !== undefined ? last : total;
  const used = total.map((count, index) => count - (before[index] ?? 0)) as Counts;
  if (used.every((count) => count >= 0)) return used;
  // Totals went back: the session counts anew.
  return last?.some((count) => count > 0) ? last : total;
}

/** A replay has the times of its writing. One with the times of the parent's calls has their keys as well, and joins them. */
function isReplayed(timestampMs: number | undefined, { isFork, startMs }: State): boolean {
  if (!isFork || timestampMs === undefined || startMs === undefined) return false;
  const isSameSecond = Math.floor(timestampMs / 1000) === Math.floor(startMs / 1000);
  return isSameSecond || Math.abs(timestampMs - startMs) < REPLAY_MS;
}

function readCounts(value: unknown): Counts | undefined {
  if (!isObject(value)) return undefined;
  const count = (name: string) => readTokens(value[name]) ?? 0;
  return [
    count('input_tokens'),
    count('cached_input_tokens'),
    count('cache_write_input_tokens'),
    count('output_tokens'),
    count('reasoning_output_tokens'),
  ];
}

function addCounts(a: Counts | undefined, b: Counts | undefined): Counts | undefined {
  if (a === undefined || b === undefined) return b;
  return a.map((count, index) => count + (b[index] ?? 0)) as Counts;
}

function toRecord(
  [input, cacheRead, cacheWrite, output, reasoning]: Counts,
  total: Counts,
  timestampMs: number | undefined,
  state: State,
  file: LogFile,
): UsageRecord {
  const { parentSessionId, provider, model, startMs } = state;
  return {
    ...originOf(timestampMs, state, file),
    // A copy of a session, archived or forked, keeps the times and the totals of its events.
    key: `codex:${timestampMs ?? state.sessionId}:${total.join('.')}`,
    inputTokens: Math.max(0, input - cacheRead - cacheWrite),
    cacheReadTokens: cacheRead,
    cacheWrite5mTokens: cacheWrite,
    cacheWrite1hTokens: 0,
    outputTokens: output,
    reasoningTokens: reasoning,
    requests: 1,
    quality: 'reported',
    ...known({
      parentSessionId,
      provider,
      model,
      sessionStartMs: startMs,
      speed: FAST_TIERS.has(tierOf(state) ?? '') ? ('fast' as const) : undefined,
    }),
  };
}
