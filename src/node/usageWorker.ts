import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { serveUsage } from './usage/serveUsage.ts';
import { type SumStart, sumUsage } from './usage/sumUsage.ts';
import type { UsageServiceStart } from './usage/usageMessages.ts';

// The entry of the thread that keeps the ledger of what agents have logged, or sums it.

type WorkerStart = SumStart | UsageServiceStart;

if (parentPort === null) throw new Error('This runs as a worker thread only.');
void run(workerData, parentPort);

async function run(start: WorkerStart, port: MessagePort): Promise<void> {
  switch (start.role) {
    case 'sum':
      return port.postMessage(await sumUsage(start.request));
    case 'service':
      return serveUsage(start, port);
    default:
      return start satisfies never;
  }
}
