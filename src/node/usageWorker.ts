import { parentPort, workerData } from 'node:worker_threads';
import { takeTasks } from './usage/readLogs.ts';
import { serveUsage, type WorkerStart } from './usage/serveUsage.ts';

// The entry of the threads that read agents' logs: one keeps the ledger, others help it where there is much to read.

const start: WorkerStart = workerData;
const port = parentPort;
if (port === null) throw new Error('This runs as a worker thread only.');

if (start.role === 'reader') void takeTasks(start, (readings) => port.postMessage(readings));
else void serveUsage(start, port);
