import type { DayOf } from '../usage/aggregateUsage.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';

/** The records of sessions that were used on a local day or later, all of each: waste shows only in whole sessions. */
export function sessionsSince(
  records: readonly UsageRecord[],
  since: string | undefined,
  dayOf: DayOf,
): readonly UsageRecord[] {
  if (since === undefined) return records;
  const used = new Set(records.filter(({ timestampMs }) => dayOf(timestampMs) >= since).map(sessionOf));
  return records.filter((record) => used.has(sessionOf(record)));
}

function sessionOf({ source, sessionId }: UsageRecord): string {
  return `${source}:${sessionId}`;
}
