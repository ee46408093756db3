import { addRecord } from '../../core/usage/joinRecords.ts';
import type { Place } from '../../core/usage/sources/logSource.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import { findLogs } from './findLogs.ts';
import type { SkipCounts } from './logReading.ts';
import { readLog } from './readLog.ts';

/** What logs hold, and what of them could not be read. */
export type CollectedUsage = { records: UsageRecord[]; files: number; skips: SkipCounts };

/** Reads all logs in the places without keeping anything. */
export async function collectUsage(places: readonly Place[]): Promise<CollectedUsage> {
  const records = new Map<string, UsageRecord>();
  const skips: SkipCounts = {};
  const logs = findLogs(places);
  for (const log of logs) {
    const { records: read, checkpoint } = await readLog(log);
    for (const record of read) addRecord(records, record);
    addSkips(skips, checkpoint.skips);
  }
  return { records: [...records.values()], files: logs.length, skips };
}

export function addSkips(sum: SkipCounts, skips: SkipCounts): void {
  for (const [reason, count] of Object.entries(skips) as [keyof SkipCounts, number][]) {
    sum[reason] = (sum[reason] ?? 0) + count;
  }
}
