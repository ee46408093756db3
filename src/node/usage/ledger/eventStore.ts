import type { SessionEvent } from '../../../core/usage/sessionEvent.ts';
import type { Checkpoint, LogReading } from '../logReading.ts';
import type { FileState } from './fileState.ts';

/**
 * Where events are kept, apart from the records: they are read only when somebody asks for findings, so how far each log was read for
 * them is kept apart as well. What is written twice is there once.
 */
export type EventStore = {
  fileState: (path: string) => FileState | undefined;
  checkpoint: (path: string) => Checkpoint | undefined;
  /** All or nothing: events of a log and how far it was read for them. */
  write: (readings: readonly LogReading[]) => void;
  all: () => SessionEvent[];
  /** Grows whenever any process has changed the events. */
  version: () => number;
};
