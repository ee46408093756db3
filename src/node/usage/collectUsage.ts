import { addRecord } from '../../core/usage/joinRecords.ts';
import { selectLayers } from '../../core/usage/selectLayers.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { FoundLog } from './findLogs.ts';
import type { LogReading, SkipCounts } from './logReading.ts';
import { readLogs } from './readLogs.ts';
import { addSkips } from './skipCounts.ts';

/** What logs hold, and what of them could not be read. */
export type CollectedUsage = { records: UsageRecord[]; skips: SkipCounts };

export type UsageCollector = { take: (readings: readonly LogReading[]) => void; usage: () => CollectedUsage };

/** Reads logs without keeping anything. */
export async function collectUsage(logs: readonly FoundLog[], workerPath?: string): Promise<CollectedUsage> {
  const { take, usage } = createCollector();
  await readLogs(
    logs.map((log) => ({ log })),
    take,
    workerPath,
  );
  return usage();
}

/** Joins readings of whole logs, in any order, as a ledger would. */
export function createCollector(): UsageCollector {
  const records = new Map<string, UsageRecord>();
  const skips: SkipCounts = {};
  return {
    take: (readings) => {
      for (const reading of readings) {
        for (const record of reading.records) addRecord(records, record);
        addSkips(skips, reading.checkpoint.skips);
      }
    },
    usage: () => ({ records: selectLayers([...records.values()]), skips }),
  };
}
