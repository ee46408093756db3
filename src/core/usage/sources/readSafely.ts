import type { LogSink } from './logSource.ts';
import { WrongType } from './readFields.ts';

/** Reads one entry of a log; when its numbers cannot be meant, it alone is skipped, and the answer is false. */
export function readSafely(sink: LogSink, read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof WrongType)) throw error;
    sink.skip('wrongTypes');
    return false;
  }
}
