import type { FoundLog } from './findLogs.ts';
import type { EventStore } from './ledger/eventStore.ts';
import type { LogReading } from './logReading.ts';
import { readLogs } from './readLogs.ts';

/** Reads what is new in the logs for events. Throws when they cannot be kept; what was kept stays. */
export async function refreshEvents(
  events: EventStore,
  logs: readonly FoundLog[],
  workerPath?: string,
): Promise<void> {
  const tasks = logs
    .filter((log) => {
      const state = events.fileState(log.path);
      return state?.sizeBytes !== log.sizeBytes || state.mtimeMs !== log.mtimeMs;
    })
    .map((log) => {
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
}
