import type { Draft } from './draft.ts';
import type { Thread } from './thread.ts';

/** Looks for one kind of waste. Threads come in a fixed order; what is found does not depend on it. */
export type Detector = {
  /** What it looks for, in words. */
  label: string;
  detect: (threads: readonly Thread[]) => Draft[];
};

/** A detector that looks at each conversation by itself. */
export function perThread(label: string, detect: (thread: Thread) => Draft[]): Detector {
  return { label, detect: (threads) => threads.flatMap(detect) };
}
