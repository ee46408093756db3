import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LEAN_HEAP } from '../leanHeap.ts';
import type { FoundLog } from './findLogs.ts';
import type { Checkpoint, LogReading } from './logReading.ts';
import { readLog } from './readLog.ts';

/** A log to read, how far it was read before, and whether its events are wanted as well: they take a look at every line. */
export type LogTask = { log: FoundLog; known?: Checkpoint; wantsEvents?: boolean };

/** What a reading thread is started with: all tasks, and the number of the next one that nobody has taken. */
export type ReaderStart = { tasks: readonly LogTask[]; next: Int32Array };

/** Under so many bytes a thread takes longer to start than to help. */
const BYTES_FOR_THREADS = 16_000_000;
/** Readings go from thread to thread in groups of about so many records: what waits to be written is most of the memory. */
const RECORDS_AT_ONCE = 100;
const MOST_THREADS = 3;

/**
 * Reads logs, many of them on several threads, and gives readings in groups, in no order. `workerPath` is the
 * bundle of the usage worker, beside which that of the reading threads lies; without it this thread reads alone.
 */
export async function readLogs(
  tasks: readonly LogTask[],
  onReadings: (readings: LogReading[]) => void,
  workerPath?: string,
): Promise<void> {
  const sorted = [...tasks].sort((a, b) => unreadBytes(b) - unreadBytes(a));
  const next = new Int32Array(new SharedArrayBuffer(4));
  const bytes = sorted.reduce((sum, task) => sum + unreadBytes(task), 0);
  const wanted = workerPath === undefined || bytes < BYTES_FOR_THREADS ? 0 : availableParallelism() - 1;
  const start: ReaderStart = { tasks: sorted, next };
  const threads = Array.from({ length: Math.min(wanted, MOST_THREADS) }, () =>
    startThread(workerPath ?? '', start, onReadings),
  );
  await takeTasks(start, onReadings);
  await Promise.all(threads);
}

/** Takes tasks until there are none left. What a thread gives last is no readings at all: it need not be waited for until it has ended. */
export async function takeTasksInThread(
  start: ReaderStart,
  onReadings: (readings: LogReading[]) => void,
): Promise<void> {
  await takeTasks(start, onReadings);
  onReadings([]);
}

async function takeTasks(
  { tasks, next }: ReaderStart,
  onReadings: (readings: LogReading[]) => void,
): Promise<void> {
  let group: LogReading[] = [];
  let records = 0;
  for (;;) {
    const task = tasks[Atomics.add(next, 0, 1)];
    if (task === undefined) break;
    const reading = await readLog(task.log, task.known, task.wantsEvents);
    group.push(reading);
    records += reading.records.length;
    if (records < RECORDS_AT_ONCE && group.length < RECORDS_AT_ONCE) continue;
    onReadings(group);
    [group, records] = [[], 0];
    // Readings of other threads wait for a turn.
    await setImmediate();
  }
  if (group.length > 0) onReadings(group);
}

function unreadBytes({ log, known }: LogTask): number {
  return Math.max(0, log.sizeBytes - (known?.offset ?? 0));
}

/** Settles when the thread has given all it has. When it crashed, what it took and did not read is read next time. */
function startThread(
  workerPath: string,
  start: ReaderStart,
  onReadings: (readings: LogReading[]) => void,
): Promise<void> {
  const worker = new Worker(join(dirname(workerPath), 'usageReader.cjs'), {
    workerData: start,
    resourceLimits: LEAN_HEAP,
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (readings: LogReading[]) => {
      if (readings.length === 0) resolve();
      else onReadings(readings);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
