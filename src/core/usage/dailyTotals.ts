import type { DayOf } from './aggregateUsage.ts';
import { contextTokensOf, type UsageRecord } from './usageRecord.ts';

/** Inputs at which some provider's price changes: calls of one total lie on the same side of each. */
const CONTEXT_STEPS = [100_000, 128_000, 200_000, 256_000, 272_000] as const;

const SUMMED = [
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
  'estimatedOutputTokens',
  'requests',
  'webSearches',
  'costReportedUsd',
] as const satisfies readonly (keyof UsageRecord)[];

/**
 * The total that a record goes into when it is given up: one per local day, source, project, model and whatever else its price and its
 * quality depend on. Totals add up with `addTotals`.
 */
export function totalOf(record: UsageRecord, dayOf: DayOf): UsageRecord {
  const day = dayOf(record.timestampMs);
  const { source, model, provider, project, speed, inferenceGeo, quality } = record;
  const context = contextTokensOf(record);
  const step = CONTEXT_STEPS.findLast((threshold) => context > threshold);
  const parts = [day, source, project, model, provider, speed, quality, step];
  // Totals from before it was known keep their keys.
  if (inferenceGeo !== undefined) parts.push(inferenceGeo);
  const total: UsageRecord = {
    ...record,
    key: `total:${JSON.stringify(parts)}`,
    sessionId: `day ${day}`,
    contextTokens: step === undefined ? 0 : step + 1,
  };
  for (const field of [
    'parentSessionId',
    'agentId',
    'sessionStartMs',
    'revision',
    'isReplay',
    'isFinal',
    'layer',
  ] as const) {
    delete total[field];
  }
  return total;
}

/** The sum of two totals of one key; at the earlier of their times, which is of the same day. */
export function addTotals(a: UsageRecord, b: UsageRecord): UsageRecord {
  const sum: UsageRecord = { ...a, timestampMs: Math.min(a.timestampMs, b.timestampMs) };
  for (const field of SUMMED) {
    if (a[field] === undefined && b[field] === undefined) continue;
    sum[field] = (a[field] ?? 0) + (b[field] ?? 0);
  }
  return sum;
}
