import { Worker } from 'node:worker_threads';
import {
  aggregateUsage,
  type Grouping,
  type UsageFilter,
  type UsageRow,
} from '../../core/usage/aggregateUsage.ts';
import type { Place } from '../../core/usage/sources/logSource.ts';
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

/**
 * Reads the logs, or what is new of them since the ledger was written, and sums what there is. A ledger that cannot be used, on a full or
 * read-only disk, is said in `notice`, and the logs alone are summed.
 */
export async function sumUsage(request: SumRequest): Promise<UsageSum> {
  const { ledgerFolder } = request;
  if (ledgerFolder === undefined) return sumLogs(request);
  try {
    return await sumLedger(request, ledgerFolder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const notice = `The ledger in ${ledgerFolder} cannot be used (${reason}): this is what the logs alone hold.`;
    return { ...(await sumLogs(request)), notice };
  }
}

async function sumLogs({ places, by, filter, workerPath }: SumRequest): Promise<UsageSum> {
  const { records, files, skips } = await collectUsage(places, workerPath);
  return { rows: aggregateUsage(records, by, createDayOf(), filter), files, skips };
}

async function sumLedger(
  { places, by, filter, workerPath }: SumRequest,
  ledgerFolder: string,
): Promise<UsageSum> {
  const { ledger, notice } = await openLedger(ledgerFolder, Date.now());
  try {
    const logs = findLogs(places);
    await refreshLedger(ledger, logs, workerPath);
    const rows = aggregateUsage(ledger.records(), by, createDayOf(), filter);
    return { rows, files: logs.length, skips: ledger.skips(), ...(notice !== undefined && { notice }) };
  } finally {
    ledger.close();
  }
}
