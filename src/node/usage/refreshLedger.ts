import type { FoundLog } from './findLogs.ts';
import type { FileState } from './ledger/fileState.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LogReading } from './logReading.ts';
import { type LogTask, readLogs } from './readLogs.ts';

/** What a refresh did; `changed` records are new or say more than before. */
export type Refresh = { files: number; read: number; changed: number };

/** Few enough that a kill loses little, many enough that the disk is not what takes the time. */
const FILES_AT_ONCE = 256;
const MOST_ASKED_SINGLY = 100;

/** Reads what is new in the logs into the ledger. Throws when the ledger cannot be written; what was written stays. */
export async function refreshLedger(
  ledger: Ledger,
  logs: readonly FoundLog[],
  workerPath?: string,
  onProgress?: (done: number, of: number) => void,
): Promise<Refresh> {
  const states = logs.length > MOST_ASKED_SINGLY ? ledger.fileStates() : undefined;
  const stateOf = (path: string) => (states === undefined ? ledger.fileState(path) : states.get(path));
  const tasks = logs.filter((log) => !isUnchanged(log, stateOf(log.path))).map((log) => toTask(log, ledger));
  const refresh: Refresh = { files: logs.length, read: tasks.length, changed: 0 };
  let [done, failure] = [0, undefined as unknown];
  const write = (readings: LogReading[]) => {
    if (failure !== undefined) return;
    try {
      for (let at = 0; at < readings.length; at += FILES_AT_ONCE) {
        refresh.changed += ledger.write(readings.slice(at, at + FILES_AT_ONCE));
      }
    } catch (error) {
      failure = error ?? new Error('The ledger cannot be written.');
    }
    done += readings.length;
    onProgress?.(done, tasks.length);
  };
  await readLogs(tasks, write, workerPath);
  if (failure !== undefined) throw failure;
  return refresh;
}

function isUnchanged(log: FoundLog, state: FileState | undefined): boolean {
  return state?.sizeBytes === log.sizeBytes && state.mtimeMs === log.mtimeMs;
}

function toTask(log: FoundLog, ledger: Ledger): LogTask {
  const known = ledger.checkpoint(log.path);
  return known === undefined ? { log } : { log, known };
}
