import { compareText } from '../compareText.ts';
import { layerOf } from './selectLayers.ts';
import type { UsageRecord } from './usageRecord.ts';

/** Fields that say whose call it was; the others say what it used. */
const ORIGIN_FIELDS = [
  'sessionId',
  'parentSessionId',
  'agentId',
  'project',
  'timestampMs',
  'sessionStartMs',
  'isReplay',
] as const satisfies readonly (keyof UsageRecord)[];

/**
 * The one record for a call that was logged twice: used is what the fuller line says, and the call belongs to the log that
 * had it first. Commutative, associative and idempotent, so that reading in any order, any number of times, ends the same.
 */
export function joinRecords(a: UsageRecord, b: UsageRecord): UsageRecord {
  const fuller = compareUsage(a, b) >= 0 ? a : b;
  const earlier = compareOrigin(a, b) <= 0 ? a : b;
  return fuller === earlier ? fuller : withOrigin(fuller, earlier);
}

/** Adds a record to those known by their key. */
export function addRecord(records: Map<string, UsageRecord>, record: UsageRecord): void {
  const known = records.get(record.key);
  records.set(record.key, known === undefined ? record : joinRecords(known, record));
}

function withOrigin(usage: UsageRecord, origin: UsageRecord): UsageRecord {
  const joined: Record<string, unknown> = { ...usage };
  for (const field of ORIGIN_FIELDS) {
    // Mostly nothing but the time differs; to delete makes an object slow.
    if (joined[field] === origin[field]) continue;
    if (origin[field] === undefined) delete joined[field];
    else joined[field] = origin[field];
  }
  return joined as UsageRecord;
}

/** Above 0 where `a` tells more. Early lines of a response carry a placeholder for the output. */
function compareUsage(a: UsageRecord, b: UsageRecord): number {
  return (
    layerOf(b) - layerOf(a) ||
    (a.revision ?? 0) - (b.revision ?? 0) ||
    (a.outputTokens ?? -1) - (b.outputTokens ?? -1) ||
    Number(a.isFinal ?? false) - Number(b.isFinal ?? false) ||
    (a.estimatedOutputTokens ?? -1) - (b.estimatedOutputTokens ?? -1) ||
    (a.inputTokens ?? -1) - (b.inputTokens ?? -1) ||
    (a.cacheReadTokens ?? -1) - (b.cacheReadTokens ?? -1) ||
    (a.cacheWrite1hTokens ?? -1) - (b.cacheWrite1hTokens ?? -1) ||
    (a.cacheWrite5mTokens ?? -1) - (b.cacheWrite5mTokens ?? -1) ||
    (a.reasoningTokens ?? -1) - (b.reasoningTokens ?? -1) ||
    a.requests - b.requests ||
    (a.costReportedUsd ?? -1) - (b.costReportedUsd ?? -1) ||
    (a.webSearches ?? -1) - (b.webSearches ?? -1) ||
    (a.contextTokens ?? -1) - (b.contextTokens ?? -1) ||
    compareText(a.model, b.model) ||
    compareText(a.provider, b.provider) ||
    compareText(a.speed, b.speed) ||
    compareText(a.inferenceGeo, b.inferenceGeo) ||
    compareText(b.quality, a.quality)
  );
}

/** Below 0 where `a` is the original. A fork copies lines into a log that began later. */
function compareOrigin(a: UsageRecord, b: UsageRecord): number {
  return (
    Number(a.isReplay ?? false) - Number(b.isReplay ?? false) ||
    a.timestampMs - b.timestampMs ||
    (a.sessionStartMs ?? Number.MAX_VALUE) - (b.sessionStartMs ?? Number.MAX_VALUE) ||
    compareText(a.sessionId, b.sessionId) ||
    compareText(b.project, a.project) ||
    compareText(b.parentSessionId, a.parentSessionId) ||
    compareText(b.agentId, a.agentId)
  );
}
