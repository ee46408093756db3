import type { SessionEvent, ToolAction } from '../usage/sessionEvent.ts';
import type { SourceId } from '../usage/usageRecord.ts';
import { charsPerToken } from './charsPerToken.ts';
import { eventId } from './dropCopies.ts';
import type { LoggedThread } from './groupByThread.ts';
import type { ModelTerms } from './modelTerms.ts';
import { normalizePath } from './normalizePath.ts';
import type { Answer, Call, Compaction, Definitions, Thread, ToolUse, Turn } from './thread.ts';
import { toCalls } from './toCalls.ts';

/** Where less is left of a context than this share, it was compacted, rewound or cleared. */
const RESET_SHARE = 0.6;
/** Codex logs what a call used behind the results of its tools, the others before them. */
const LOGS_USAGE_LAST: ReadonlySet<SourceId> = new Set(['codex']);

/** A conversation from its records and events in any order; `undefined` without a call, as nothing was paid for it. */
export function buildThread(key: string, logged: LoggedThread, terms: ModelTerms): Thread | undefined {
  const calls = toCalls(logged.records, terms);
  const events = logged.events.toSorted(compareEvents);
  const [first] = calls;
  if (first === undefined) return undefined;
  const { source, sessionId, agentId } = first.record;
  const project = first.record.project ?? events.find((event) => event.project !== undefined)?.project;
  const place = createPlace(calls, events, LOGS_USAGE_LAST.has(source));
  return {
    key,
    source,
    sessionId,
    ...(agentId !== undefined && { agentId }),
    ...(project !== undefined && { project }),
    calls,
    uses: toUses(events, place),
    turns: toTurns(events, place),
    answers: events.flatMap((event) => (event.kind === 'answer' ? [toAnswer(event, place)] : [])),
    compactions: events.flatMap((event) => (event.kind === 'compaction' ? toCompaction(event, place) : [])),
    definitions: events.flatMap((event) =>
      event.kind === 'definitions' ? [toDefinitions(event, place)] : [],
    ),
    carriedUsd: sumCarried(calls),
  };
}

/** In the order of time; what was logged at once comes in the same order, however it was read. */
function compareEvents(a: SessionEvent, b: SessionEvent): number {
  return a.timestampMs - b.timestampMs || (eventId(a) < eventId(b) ? -1 : 1);
}

/** Finds the calls that belong to a time. */
type Place = {
  calls: readonly Call[];
  /** The first call after a time. */
  after: (timestampMs: number) => number;
  /** The call that answered with what was logged at a time. */
  madeBy: (timestampMs: number) => number;
  /** Up to which call, but without it, what came in at a call stays in the context. */
  seenTo: (from: number) => number;
  charsPerToken: (call: number) => number;
};

function createPlace(calls: readonly Call[], events: readonly SessionEvent[], logsUsageLast: boolean): Place {
  const times = calls.map(({ timestampMs }) => timestampMs);
  const after = (timestampMs: number) => firstAbove(times, timestampMs);
  const resets = findResets(calls, events, after);
  return {
    calls,
    after,
    madeBy: (timestampMs) => (logsUsageLast ? firstAbove(times, timestampMs - 1) : after(timestampMs) - 1),
    seenTo: (from) => resets[firstAbove(resets, from)] ?? calls.length,
    charsPerToken: (call) => charsPerToken((calls[call] ?? calls[call - 1] ?? calls[0])?.model ?? ''),
  };
}

/** Calls that begin with a smaller context than the one before left behind. */
function findResets(
  calls: readonly Call[],
  events: readonly SessionEvent[],
  after: (timestampMs: number) => number,
): number[] {
  const resets = new Set<number>();
  for (const event of events) {
    if (event.kind === 'compaction' && event.trigger !== 'micro') resets.add(after(event.timestampMs));
  }
  for (let index = 1; index < calls.length; index++) {
    const before = calls[index - 1]?.contextTokens ?? 0;
    if ((calls[index]?.contextTokens ?? 0) < RESET_SHARE * before) resets.add(index);
  }
  return [...resets].sort((a, b) => a - b);
}

/** Index of the first number above a value in a list that grows. */
function firstAbove(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { kind: Kind }>;

function toUses(events: readonly SessionEvent[], place: Place): ToolUse[] {
  const results = new Map<string, EventOf<'toolResult'>>();
  const agents = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'toolResult') results.set(event.callId, event);
    // One that is spoken to again ends again, with more.
    if (event.kind === 'subAgent')
      agents.set(event.callId, Math.max(event.tokens, agents.get(event.callId) ?? 0));
  }
  return events.flatMap((event) => {
    if (event.kind !== 'toolCall') return [];
    const agentTokens = agents.get(event.callId);
    const use = toUse(event, results.get(event.callId), place);
    return [{ ...use, ...(agentTokens !== undefined && { agentTokens }) }];
  });
}

function toUse(call: EventOf<'toolCall'>, result: EventOf<'toolResult'> | undefined, place: Place): ToolUse {
  const madeBy = place.madeBy(call.timestampMs);
  const seenFrom = Math.max(madeBy + 1, 0);
  const { callId, tool, action, target, inputHash, inputChars, commandScope, timestampMs } = call;
  const {
    chars = 0,
    isError = false,
    hash,
    reducedChars,
    totalLines,
    lineParts,
    changedChars,
  } = result ?? {};
  const bySize = Math.round(chars / place.charsPerToken(madeBy));
  const firstLine = result?.firstLine ?? call.firstLine;
  const lineCount = result?.lineCount ?? call.lineCount;
  const hasPath = target !== undefined && isPath(action, target);
  return {
    callId,
    tool,
    action,
    inputHash,
    inputChars,
    timestampMs,
    chars,
    isError,
    // Codex counts what it has cut off as well.
    tokens:
      result?.tokens !== undefined && result.tokens <= chars / LEAST_CHARS_PER_TOKEN ? result.tokens : bySize,
    madeBy,
    seenFrom,
    seenTo: place.seenTo(seenFrom),
    ...(target !== undefined && { target }),
    ...(hasPath && { path: normalizePath(target, call.project) }),
    ...(commandScope !== undefined && { commandScope }),
    ...(firstLine !== undefined && { firstLine }),
    ...(lineCount !== undefined && { lineCount }),
    ...(totalLines !== undefined && { totalLines }),
    ...(hash !== undefined && { hash }),
    ...(reducedChars !== undefined && { reducedChars }),
    ...(lineParts !== undefined && { lineParts }),
    ...(changedChars !== undefined && { changedChars }),
  };
}

/** What a search command is called is none. */
function isPath(action: ToolAction, target: string): boolean {
  if (action === 'search') return /[/\\]/.test(target);
  return action === 'read' || action === 'edit' || action === 'write';
}

/** No vocabulary needs more tokens for what programs print. */
const LEAST_CHARS_PER_TOKEN = 2;

/** A prompt that comes again within the same call, as an edited one does, replaces the one before. */
function toTurns(events: readonly SessionEvent[], { calls, after, seenTo }: Place): Turn[] {
  const prompts = events.filter((event) => event.kind === 'prompt');
  return prompts.flatMap((event, index) => {
    const firstCall = after(event.timestampMs);
    const next = prompts[index + 1];
    const endCall = next === undefined ? calls.length : after(next.timestampMs);
    if (firstCall >= endCall) return [];
    const { timestampMs, hash, chars, tier, confidence = 0, isFollowUp = false, paragraphs = [] } = event;
    const { pasted } = event;
    return [
      {
        timestampMs,
        hash,
        chars,
        ...(tier && { tier }),
        confidence,
        isFollowUp,
        paragraphs,
        ...(pasted && { pasted }),
        firstCall,
        endCall,
        seenTo: seenTo(firstCall),
      },
    ];
  });
}

function toAnswer({ timestampMs, chars }: EventOf<'answer'>, place: Place): Answer {
  const madeBy = place.madeBy(timestampMs);
  const tokens = Math.round(chars / place.charsPerToken(madeBy));
  return { timestampMs, chars, tokens, madeBy, seenTo: place.seenTo(Math.max(madeBy + 1, 0)) };
}

function toCompaction(event: EventOf<'compaction'>, { calls, after }: Place): Compaction[] {
  if (event.trigger === 'micro') return [];
  const nextCall = after(event.timestampMs);
  const beforeTokens = event.beforeTokens ?? calls[nextCall - 1]?.contextTokens ?? 0;
  return [{ timestampMs: event.timestampMs, beforeTokens, nextCall }];
}

function toDefinitions(
  { timestampMs, what, names, chars }: EventOf<'definitions'>,
  place: Place,
): Definitions {
  const seenFrom = place.after(timestampMs);
  const tokens = Math.round(chars / place.charsPerToken(seenFrom));
  // They are said again after a compaction, in an event of their own.
  return { timestampMs, what, names, tokens, seenFrom, seenTo: place.seenTo(seenFrom) };
}

function sumCarried(calls: readonly Call[]): number[] {
  const sums = [0];
  for (const { inputUsd, contextTokens } of calls) {
    sums.push((sums.at(-1) ?? 0) + (contextTokens === 0 ? 0 : inputUsd / contextTokens));
  }
  return sums;
}
