import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ReaderStart, takeTasksInThread } from './usage/readLogs.ts';
import { serveUsage } from './usage/serveUsage.ts';
import { type SumStart, sumUsage } from './usage/sumUsage.ts';
import type { UsageServiceStart } from './usage/usageMessages.ts';

// The entry of the threads that read agents' logs: one keeps the ledger or sums, others help it where there is much to read.

type WorkerStart = ReaderStart | SumStart | UsageServiceStart;

if (parentPort === null) throw new Error('This runs as a worker thread only.');
void run(workerData, parentPort);

async function run(start: WorkerStart, port: MessagePort): Promise<void> {
  switch (start.role) {
    case 'reader':
      return takeTasksInThread(start, (readings) => port.postMessage(readings));
    case 'sum':
      return port.postMessage(await sumUsage(start.request));
    case 'service':
      return serveUsage(start, port);
    default:
      return start satisfies never;
  }
}
