import { Worker } from 'node:worker_threads';
import { sayMessage } from '../../core/message.ts';
import { createPriceFinder } from '../../core/models/prices/priceFinder.ts';
import type { UserModel } from '../../core/models/userModels.ts';
import {
  aggregateUsage,
  type Grouping,
  type UsageFilter,
  type UsageRow,
} from '../../core/usage/aggregateUsage.ts';
import { LEAN_HEAP } from '../leanHeap.ts';
import { skipOptimizing } from '../skipOptimizing.ts';
import { collectUsage, createCollector } from './collectUsage.ts';
import type { FoundLog } from './findLogs.ts';
import { openLedger } from './ledger/openLedger.ts';
import { createDayOf } from './localDay.ts';
import type { SkipCounts } from './logReading.ts';
import { refreshLedger } from './refreshLedger.ts';

export type SumRequest = {
  logs: readonly FoundLog[];
  /** The folder of the ledger to bring up to date; absent: logs are read and nothing is kept. */
  ledgerFolder?: string;
  by: Grouping;
  filter: UsageFilter;
  /** Whose prices win over the list's. */
  userModels?: readonly UserModel[];
  /** The bundle of the threads. */
  workerPath: string;
};

/** `notice` is what the user should know of. */
export type UsageSum = { rows: UsageRow[]; skips: SkipCounts; notice?: string };

/** What the summing thread is started with. */
export type SumStart = { role: 'sum'; request: SumRequest };

/** Up to here this thread is lean enough, and another would take longer to start than it saves. */
const MOST_BYTES_HERE = 200_000_000;

/** Sums here or, where there is much, in a thread whose memory can be held down. For a process that ends with it. */
export function sumLean(request: SumRequest): Promise<UsageSum> {
  if (!isSmall(request)) return sumInThread(request);
  skipOptimizing();
  return sumUsage(request);
}

function isSmall({ logs }: SumRequest): boolean {
  return logs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) <= MOST_BYTES_HERE;
}

function sumInThread(request: SumRequest): Promise<UsageSum> {
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

async function sumLogs({ logs, by, filter, userModels, workerPath }: SumRequest): Promise<UsageSum> {
  const { records, skips } = await collectUsage(logs, workerPath);
  return { rows: aggregateUsage(records, by, createDayOf(), filter, createPriceFinder(userModels)), skips };
}

async function sumLedger(request: SumRequest, ledgerFolder: string): Promise<UsageSum> {
  const { logs, by, filter, userModels, workerPath } = request;
  const { ledger, notice } = await openLedger(ledgerFolder, Date.now());
  try {
    // An empty ledger holds what is read now, which need not be read back.
    const collector = isSmall(request) && ledger.paths().length === 0 ? createCollector() : undefined;
    await refreshLedger(ledger, logs, { workerPath, ...(collector && { onReadings: collector.take }) });
    const records = collector?.usage().records ?? ledger.records();
    const rows = aggregateUsage(records, by, createDayOf(), filter, createPriceFinder(userModels));
    return { rows, skips: ledger.skips(), ...(notice && { notice: sayMessage(notice) }) };
  } finally {
    ledger.close();
  }
}
