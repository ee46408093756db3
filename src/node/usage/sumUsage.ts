import { Worker } from 'node:worker_threads';
import {
  aggregateUsage,
  type Grouping,
  type UsageFilter,
  type UsageRow,
} from '../../core/usage/aggregateUsage.ts';
import type { Place } from '../../core/usage/sources/logSource.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import { collectUsage } from './collectUsage.ts';
import { findLogs } from './findLogs.ts';
import { LEAN_HEAP } from './leanHeap.ts';
import { openLedger } from './ledger/openLedger.ts';
import { createDayOf } from './localDay.ts';
import type { SkipCounts } from './logReading.ts';
import { refreshLedger } from './refreshLedger.ts';

export type SumRequest = {
  places: readonly Place[];
  /** The folder of the ledger to bring up to date; absent: logs are read and nothing is kept. */
  ledgerFolder?: string;
  by: Grouping;
  filter: UsageFilter;
  /** The bundle of the threads. */
  workerPath: string;
};

/** `notice` is what the user should know of. */
export type UsageSum = { rows: UsageRow[]; files: number; skips: SkipCounts; notice?: string };

/** What the summing thread is started with. */
export type SumStart = { role: 'sum'; request: SumRequest };

/** Sums in a thread of its own, which takes less memory than this one would. */
export function sumInThread(request: SumRequest): Promise<UsageSum> {
  const workerData: SumStart = { role: 'sum', request };
  const worker = new Worker(request.workerPath, { workerData, resourceLimits: LEAN_HEAP });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

/** Reads the logs, or what is new of them since the ledger was written, and sums what there is. */
export async function sumUsage(request: SumRequest): Promise<UsageSum> {
  const { places, ledgerFolder, by, filter, workerPath } = request;
  const sum = (records: Iterable<UsageRecord>) => aggregateUsage(records, by, createDayOf(), filter);
  if (ledgerFolder === undefined) {
    const { records, files, skips } = await collectUsage(places, workerPath);
    return { rows: sum(records), files, skips };
  }
  const { ledger, notice } = await openLedger(ledgerFolder, Date.now());
  try {
    const logs = findLogs(places);
    await refreshLedger(ledger, logs, workerPath);
    const usage = { rows: sum(ledger.records()), files: logs.length, skips: ledger.skips() };
    return notice === undefined ? usage : { ...usage, notice };
  } finally {
    ledger.close();
  }
}
