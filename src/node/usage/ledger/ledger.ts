import type { DayOf } from '../../../core/usage/aggregateUsage.ts';
import type { Quality, SourceId, UsageRecord } from '../../../core/usage/usageRecord.ts';
import type { Checkpoint, LogReading, SkipCounts } from '../logReading.ts';
import type { EventStore } from './eventStore.ts';
import type { FileState } from './fileState.ts';

/**
 * Where records are kept. What is written twice, in any order, by any number of processes, is there once. Every function may throw
 * when the disk is full or the database is locked for longer than it waits; then nothing has changed.
 */
export type Ledger = {
  readonly kind: 'sqlite' | 'jsonLines';
  /** What findings are made of. It is cleared and pruned with the records. */
  readonly events: EventStore;
  fileState: (path: string) => FileState | undefined;
  /** Those of all logs that were read, faster than to ask for many one by one. */
  fileStates: () => ReadonlyMap<string, FileState>;
  checkpoint: (path: string) => Checkpoint | undefined;
  /** All or nothing: the records of a log and how far it was read belong together. Returns how many records are new or say more. */
  write: (readings: readonly LogReading[]) => number;
  /** Records, and the daily totals of those that were given up. To be taken at once, without a change of the ledger meanwhile. */
  records: () => Iterable<UsageRecord>;
  /** Grows whenever any process has changed the records. */
  version: () => number;
  /** Records that are new or say more in a later version; `undefined` where that is not known, and all are to be read anew. */
  changesBetween: (from: number, to: number) => readonly UsageRecord[] | undefined;
  skips: () => SkipCounts;
  /** How many records there are of each quality. */
  qualities: () => Partial<Record<Quality, number>>;
  /** Calls of a source that records and totals tell of, and the time of the first; `undefined` without any. */
  kept: (source: SourceId) => { calls: number; sinceMs: number } | undefined;
  /** Paths of all logs that were ever read. */
  paths: () => string[];
  /** Turns records from before the day of a time into daily totals; returns how many. */
  prune: (beforeMs: number, dayOf: DayOf) => number;
  /** True for the one `owner` that may read logs for the next `forMs`, until it gives it back. */
  takeLease: (owner: string, nowMs: number, forMs: number) => boolean;
  releaseLease: (owner: string) => void;
  /**
   * `checkpoints` forgets how far logs were read, so that they are read anew. `records` forgets what they told and keeps the checkpoints, so
   * that it does not come back by itself.
   */
  clear: (what: 'checkpoints' | 'records') => void;
  /** Writes a copy that is whole, in place of the last one. */
  backUp: () => void;
  close: () => void;
};
