import type { FoundLog } from './findLogs.ts';
import type { FileState } from './ledger/fileState.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LogReading } from './logReading.ts';
import { type LogTask, readLogs } from './readLogs.ts';

/** What a refresh did; `changed` records are new or say more than before. */
export type Refresh = { files: number; read: number; changed: number };

/** Few enough that a kill loses little, many enough that each page of the ledger is written seldom. */
const FILES_AT_ONCE = 256;
const RECORDS_AT_ONCE = 200;
const MOST_ASKED_SINGLY = 100;

export type RefreshOptions = {
  /** The bundle of the usage worker; without it this thread reads alone. */
  workerPath?: string;
  onProgress?: (done: number, of: number) => void;
  /** Takes what is read, as well as the ledger. */
  onReadings?: (readings: readonly LogReading[]) => void;
};

/** Reads what is new in the logs into the ledger. Throws when the ledger cannot be written; what was written stays. */
export async function refreshLedger(
  ledger: Ledger,
  logs: readonly FoundLog[],
  { workerPath, onProgress, onReadings }: RefreshOptions = {},
): Promise<Refresh> {
  const states = logs.length > MOST_ASKED_SINGLY ? ledger.fileStates() : undefined;
  const stateOf = (path: string) => (states === undefined ? ledger.fileState(path) : states.get(path));
  const tasks = logs.filter((log) => !isUnchanged(log, stateOf(log.path))).map((log) => toTask(log, ledger));
  const refresh: Refresh = { files: logs.length, read: tasks.length, changed: 0 };
  let [waiting, records, done, failure] = [[] as LogReading[], 0, 0, undefined as unknown];
  const write = () => {
    try {
      if (failure === undefined) refresh.changed += ledger.write(waiting);
    } catch (error) {
      failure = error ?? new Error('The ledger cannot be written.');
    }
    [waiting, records] = [[], 0];
  };
  const take = (readings: readonly LogReading[]) => {
    onReadings?.(readings);
    for (const reading of readings) {
      waiting.push(reading);
      records += reading.records.length;
      if (waiting.length === FILES_AT_ONCE || records >= RECORDS_AT_ONCE) write();
    }
    done += readings.length;
    onProgress?.(done, tasks.length);
  };
  await readLogs(tasks, take, workerPath);
  if (waiting.length > 0) write();
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
