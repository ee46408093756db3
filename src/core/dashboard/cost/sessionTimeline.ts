import { compareText } from '../../compareText.ts';
import { usageCostUsd } from '../../cost/usageCostUsd.ts';
import type { PriceFinder } from '../../models/prices/priceFinder.ts';
import { addUsd } from '../../usage/aggregateUsage.ts';
import { contextTokensOf, type UsageRecord } from '../../usage/usageRecord.ts';
import type { TimelineMark } from './timelineMarks.ts';

/** One call of the session itself, or several neighbours where there are very many. */
export type TimelinePoint = {
  timestampMs: number;
  calls: number;
  /** What it sent, cache included; of several the largest. */
  contextTokens: number;
  outputTokens: number;
  costUsd?: number;
  model: string;
  marks: readonly TimelineMark[];
};

/** The calls of one session in their order. */
export type SessionTimeline = {
  session: string;
  project: string;
  source: string;
  points: readonly TimelinePoint[];
  /** Calls of the session's sub-agents: their contexts are others, so they are only summed. */
  agents: { calls: number; costUsd?: number };
};

/** As many as can be drawn and walked through. */
const MOST_POINTS = 300;
/** A context falls by half or more when it is made anew; a little shrinking is not. */
const FALL_SHARE = 0.5;
const LEAST_FALL_TOKENS = 10_000;

/**
 * `records` are those of one session, `compactionsMs` the times at which its log tells of one, `priceOf` gives other prices than the list's.
 * `undefined` without a call.
 */
export function buildSessionTimeline(
  records: readonly UsageRecord[],
  compactionsMs: readonly number[] = [],
  priceOf?: PriceFinder,
): SessionTimeline | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  const inOrder = records.toSorted((a, b) => a.timestampMs - b.timestampMs || compareText(a.key, b.key));
  const own = inOrder.filter(({ agentId }) => agentId === undefined);
  const agents = inOrder.filter(({ agentId }) => agentId !== undefined);
  return {
    session: first.sessionId,
    project: first.project ?? '',
    source: first.source,
    points: joinNeighbours(
      own.map((record, index) => toPoint(record, own[index - 1], compactionsMs, priceOf)),
    ),
    agents: { calls: agents.length, ...costOf(agents.map((record) => usageCostUsd(record, priceOf))) },
  };
}

function toPoint(
  record: UsageRecord,
  before: UsageRecord | undefined,
  compactionsMs: readonly number[],
  priceOf: PriceFinder | undefined,
): TimelinePoint {
  const { timestampMs, model = '', outputTokens = 0 } = record;
  return {
    timestampMs,
    calls: 1,
    contextTokens: contextTokensOf(record),
    outputTokens,
    ...costOf([usageCostUsd(record, priceOf)]),
    model,
    marks: before === undefined ? [] : marksBetween(before, record, compactionsMs),
  };
}

function marksBetween(
  before: UsageRecord,
  record: UsageRecord,
  compactionsMs: readonly number[],
): TimelineMark[] {
  const marks: TimelineMark[] = [];
  const [context, contextBefore] = [contextTokensOf(record), contextTokensOf(before)];
  if (compactionsMs.some((atMs) => atMs > before.timestampMs && atMs <= record.timestampMs)) {
    marks.push('compaction');
  } else if (context < contextBefore * FALL_SHARE && contextBefore - context >= LEAST_FALL_TOKENS) {
    marks.push('contextFell');
  }
  if ((record.model ?? '') !== (before.model ?? '')) marks.push('modelChange');
  return marks;
}

/** Neighbours are joined, so that no mark is lost, until there are few enough. */
function joinNeighbours(points: readonly TimelinePoint[]): TimelinePoint[] {
  const size = Math.ceil(points.length / MOST_POINTS);
  if (size <= 1) return [...points];
  const joined: TimelinePoint[] = [];
  for (let at = 0; at < points.length; at += size) joined.push(joinPoints(points.slice(at, at + size)));
  return joined;
}

function joinPoints(points: readonly TimelinePoint[]): TimelinePoint {
  return points.reduce((all, point) => ({
    ...point,
    calls: all.calls + point.calls,
    contextTokens: Math.max(all.contextTokens, point.contextTokens),
    outputTokens: all.outputTokens + point.outputTokens,
    ...costOf([all.costUsd, point.costUsd]),
    marks: [...new Set([...all.marks, ...point.marks])],
  }));
}

function costOf(costs: readonly (number | undefined)[]): { costUsd?: number } {
  const priced = costs.filter((cost) => cost !== undefined);
  return priced.length === 0 ? {} : { costUsd: priced.reduce(addUsd, 0) };
}
