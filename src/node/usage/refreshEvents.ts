import type { FoundLog } from './findLogs.ts';
import type { EventStore } from './ledger/eventStore.ts';
import type { LogReading } from './logReading.ts';
import { readLogs } from './readLogs.ts';

/**
 * Reads what is new in the logs for events. False where that is more than `mostBytes`: then nothing was read. Throws when they cannot be kept; what
 * was kept stays.
 */
export async function refreshEvents(
  events: EventStore,
  logs: readonly FoundLog[],
  workerPath?: string,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const changed = logs.flatMap((log) => {
    const state = events.fileState(log.path);
    if (state?.sizeBytes === log.sizeBytes && state.mtimeMs === log.mtimeMs) return [];
    return [{ log, newBytes: Math.max(0, log.sizeBytes - (state?.sizeBytes ?? 0)) }];
  });
  if (changed.reduce((sum, { newBytes }) => sum + newBytes, 0) > mostBytes) return false;
  const tasks = changed.map(({ log }) => {
    const known = events.checkpoint(log.path);
    return { log, wantsEvents: true, ...(known !== undefined && { known }) };
  });
  let failure: unknown;
  const write = (readings: LogReading[]) => {
    if (failure !== undefined) return;
    try {
      events.write(readings);
    } catch (error) {
      failure = error ?? new Error('Events cannot be kept.');
    }
  };
  await readLogs(tasks, write, workerPath);
  if (failure !== undefined) throw failure;
  return true;
}
