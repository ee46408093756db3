import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import type { LogSkip } from '../../core/usage/sources/logSource.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';

export type SkipCounts = Partial<Record<LogSkip, number>>;

/** Where reading goes on. */
export type Position = {
  /** Bytes that were read for good. */
  offset: number;
  isInLongLine: boolean;
  /** Lines read for being at the start. */
  headLines: number;
  /** Of the bytes before `offset`: tells whether they are still the same. */
  fingerprint: string;
  /** What the format's reader keeps; plain JSON. */
  state?: unknown;
};

/** How far a log was read, its size and time then, and what had to be left out of the whole file. */
export type Checkpoint = Position & { sizeBytes: number; mtimeMs: number; skips: SkipCounts };

export const START: Position = { offset: 0, isInLongLine: false, headLines: 0, fingerprint: '' };
/** Size and time that no file has. */
export const NOT_READ = { sizeBytes: -1, mtimeMs: -1 } as const;

/** What a log has told since its checkpoint. */
export type LogReading = {
  path: string;
  records: UsageRecord[];
  events: SessionEvent[];
  checkpoint: Checkpoint;
};
