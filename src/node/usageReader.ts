import { parentPort, workerData } from 'node:worker_threads';
import { type ReaderStart, takeTasksInThread } from './usage/readLogs.ts';

// The entry of the threads that help to read agents' logs. A bundle of its own: the smaller, the sooner a thread reads.

if (parentPort === null) throw new Error('This runs as a worker thread only.');
const port = parentPort;
void takeTasksInThread(workerData as ReaderStart, (readings) => port.postMessage(readings));
