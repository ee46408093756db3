import type { Draft } from './draft.ts';
import type { ModelTerms } from './modelTerms.ts';
import type { Thread } from './thread.ts';

/** Looks for one kind of waste. */
export type Detector = {
  /** What it looks for, in words. */
  label: string;
  /** Threads with the same key are looked at together, and apart from all others: only groups with something new are looked at again. */
  groupOf: (thread: Thread) => string;
  /** The threads of a group come in a fixed order; what is found does not depend on it. */
  detect: (threads: readonly Thread[], terms: ModelTerms) => Draft[];
};

/** A detector that looks at each conversation by itself. */
export function perThread(label: string, detect: (thread: Thread, terms: ModelTerms) => Draft[]): Detector {
  return {
    label,
    groupOf: ({ key }) => key,
    detect: (threads, terms) => threads.flatMap((thread) => detect(thread, terms)),
  };
}

/** One that looks at a session with its sub-agents. */
export function perSession(label: string, detect: Detector['detect']): Detector {
  return { label, groupOf: ({ source, sessionId }) => `${source}:${sessionId}`, detect };
}

/** One that looks at all sessions of a project. */
export function perProject(label: string, detect: Detector['detect']): Detector {
  return { label, groupOf: ({ project = '' }) => project, detect };
}

/** One that looks at everything together. */
export function acrossProjects(label: string, detect: Detector['detect']): Detector {
  return { label, groupOf: () => '', detect };
}
