import type { UsageRecord } from './usageRecord.ts';

/** Of the accounts that several logs give of one session, the best alone: a lower layer says more. */
export function selectLayers(records: readonly UsageRecord[]): UsageRecord[] {
  const best = new Map<string, number>();
  for (const record of records) {
    const session = sessionOf(record);
    const layer = record.layer ?? 0;
    if (layer < (best.get(session) ?? Number.POSITIVE_INFINITY)) best.set(session, layer);
  }
  return records.filter((record) => (record.layer ?? 0) === best.get(sessionOf(record)));
}

function sessionOf({ source, sessionId }: UsageRecord): string {
  return `${source}:${sessionId}`;
}
