import { addRecord } from '../../core/usage/joinRecords.ts';
import { selectLayers } from '../../core/usage/selectLayers.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { FoundLog } from './findLogs.ts';
import type { SkipCounts } from './logReading.ts';
import { readLogs } from './readLogs.ts';
import { addSkips } from './skipCounts.ts';

/** What logs hold, and what of them could not be read. */
export type CollectedUsage = { records: UsageRecord[]; skips: SkipCounts };

/** Reads logs without keeping anything. */
export async function collectUsage(logs: readonly FoundLog[], workerPath?: string): Promise<CollectedUsage> {
  const records = new Map<string, UsageRecord>();
  const skips: SkipCounts = {};
  const add = (readings: readonly { records: UsageRecord[]; checkpoint: { skips: SkipCounts } }[]) => {
    for (const reading of readings) {
      for (const record of reading.records) addRecord(records, record);
      addSkips(skips, reading.checkpoint.skips);
    }
  };
  await readLogs(
    logs.map((log) => ({ log })),
    add,
    workerPath,
  );
  return { records: selectLayers([...records.values()]), skips };
}
