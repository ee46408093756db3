import type { LogSink } from './logSource.ts';
import { WrongType } from './readFields.ts';

/** Reads one entry of a log; when its numbers cannot be meant, it alone is skipped. */
export function readSafely(sink: LogSink, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof WrongType)) throw error;
    sink.skip('wrongTypes');
  }
}
