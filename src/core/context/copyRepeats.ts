import type { CopyRecord } from './copyRecord.ts';

/** How often a context has gone out since a time: the repeats that the next copy of it would make. */
export function countCopies(records: readonly CopyRecord[], contextHash: string, sinceMs = 0): number {
  return records.filter((record) => record.contextHash === contextHash && record.timestampMs >= sinceMs)
    .length;
}

/** Within so long a repeat is one. */
export const REPEATS_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Whether a context that has gone out `copies` times already has been repeated more often than it may be; a cap of 0 is none. */
export function exceedsRetryCap(copies: number, cap: number): boolean {
  return cap > 0 && copies > cap;
}

/** Of the copies for a task: how many there are, and how often one context of them went out again. */
export function sumCopies(
  records: readonly CopyRecord[],
  taskHash: string,
): { count: number; mostRepeats: number } {
  const ofTask = records.filter((record) => record.taskHash === taskHash);
  const repeats = ofTask.flatMap(({ contextHash }) =>
    contextHash === undefined ? [] : countCopies(ofTask, contextHash) - 1,
  );
  return { count: ofTask.length, mostRepeats: Math.max(0, ...repeats) };
}
