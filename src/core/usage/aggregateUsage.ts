import { usageCostUsd } from '../cost/usageCostUsd.ts';
import type { PriceFinder } from '../models/prices/priceFinder.ts';
import { weekOf } from './days.ts';
import { QUALITIES, type Quality, type UsageRecord } from './usageRecord.ts';

/** What rows of usage can be by. */
export const GROUPINGS = ['day', 'week', 'month', 'model', 'project', 'session', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Sums of the records that share a key. `key` is `undefined` where the logs do not tell. */
export type UsageRow = {
  key: string | undefined;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWrite5mTokens: number;
  cacheWrite1hTokens: number;
  outputTokens: number;
  requests: number;
  /** Of the priced requests only; `undefined` where none is. */
  costUsd: number | undefined;
  unpricedRequests: number;
  /** The worst of the records'. */
  quality: Quality;
};

/** The local day of a time as `2026-11-22`. */
export type DayOf = (timestampMs: number) => string;

export type UsageFilter = { since?: string; until?: string };

/** One row per day, model, …; periods in their order, the rest by cost and then by name. Days of the filter are local and included. */
export function aggregateUsage(
  records: Iterable<UsageRecord>,
  grouping: Grouping,
  dayOf: DayOf,
  filter: UsageFilter = {},
  priceOf?: PriceFinder,
): UsageRow[] {
  const rows = new Map<string | undefined, UsageRow>();
  const needsDay = filter.since !== undefined || filter.until !== undefined;
  for (const record of records) {
    if (needsDay && !isDayWithin(dayOf(record.timestampMs), filter)) continue;
    const key = keyOf(record, grouping, dayOf);
    const row = rows.get(key) ?? emptyRow(key);
    rows.set(key, row);
    addToRow(row, record, priceOf);
  }
  const isPeriod = grouping === 'day' || grouping === 'week' || grouping === 'month';
  return [...rows.values()].sort(
    (a, b) => (isPeriod ? 0 : (b.costUsd ?? -1) - (a.costUsd ?? -1)) || compareKeys(a, b),
  );
}

function keyOf(record: UsageRecord, grouping: Grouping, dayOf: DayOf): string | undefined {
  switch (grouping) {
    case 'day':
      return dayOf(record.timestampMs);
    case 'week':
      return weekOf(dayOf(record.timestampMs));
    case 'month':
      return dayOf(record.timestampMs).slice(0, 7);
    case 'model':
      return record.model;
    case 'project':
      return record.project;
    case 'session':
      return record.sessionId;
    case 'source':
      return record.source;
    default:
      return grouping satisfies never;
  }
}

function emptyRow(key: string | undefined): UsageRow {
  return {
    key,
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: 0,
    requests: 0,
    costUsd: undefined,
    unpricedRequests: 0,
    quality: 'reported',
  };
}

function addToRow(row: UsageRow, record: UsageRecord, priceOf: PriceFinder | undefined): void {
  row.inputTokens += record.inputTokens ?? 0;
  row.cacheReadTokens += record.cacheReadTokens ?? 0;
  row.cacheWrite5mTokens += record.cacheWrite5mTokens ?? 0;
  row.cacheWrite1hTokens += record.cacheWrite1hTokens ?? 0;
  row.outputTokens += record.outputTokens ?? 0;
  row.requests += record.requests;
  const costUsd = usageCostUsd(record, priceOf);
  if (costUsd !== undefined) row.costUsd = addUsd(row.costUsd ?? 0, costUsd);
  // A call inside another request counts as none, but its price must not be missing in silence.
  else row.unpricedRequests += Math.max(record.requests, 1);
  if (record.quality !== row.quality) row.quality = worseOf(record.quality, row.quality);
}

/** The one of two that promises less. */
export function worseOf(a: Quality, b: Quality): Quality {
  return QUALITIES.indexOf(a) > QUALITIES.indexOf(b) ? a : b;
}

/** In whole billionths, so that a sum does not depend on its order. */
export function addUsd(a: number, b: number): number {
  return (Math.round(a * NANO) + Math.round(b * NANO)) / NANO;
}

const NANO = 1_000_000_000;

/** Whether a day is one of the filter's. */
export function isDayWithin(day: string, { since, until }: UsageFilter): boolean {
  return (since === undefined || day >= since) && (until === undefined || day <= until);
}

function compareKeys({ key: a = '' }: UsageRow, { key: b = '' }: UsageRow): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
