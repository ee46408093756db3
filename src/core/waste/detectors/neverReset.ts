import { message } from '../../message.ts';
import { addCarried, carry } from '../carry.ts';
import { nameFile, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import { isOfProject } from '../isOfProject.ts';
import type { Thread, Turn } from '../thread.ts';

const LIMITS = {
  /** Less is hardly more than a new session reads to begin with. */
  leastHistoryTokens: 40_000,
  /** So many files make a topic. */
  leastFiles: 3,
  /** A question or two are not worth a new session. */
  leastCalls: 8,
  /** What a new session would have been told of the old one. */
  summaryTokens: 3000,
};

/** The history of one topic carried through the calls of the next. */
export const NEVER_RESET = perThread('Conversations never reset', (thread) => {
  const changes = findTopicChanges(thread);
  return changes.length === 0 ? [] : [toDraft(thread, changes)];
});

/** Calls from a prompt on that had nothing to do with the files before it. */
type TopicChange = { turn: Turn; historyTokens: number; toCall: number; files: readonly string[] };

function findTopicChanges(thread: Thread): TopicChange[] {
  const { turns, calls } = thread;
  const base = calls[0]?.contextTokens ?? 0;
  const changes: TopicChange[] = [];
  let known = { files: new Set<string>(), folders: new Set<string>() };
  for (const turn of turns) {
    const files = filesOf(thread, turn).filter((file) => isOfProject(file, thread));
    const folders = new Set(files.map(folderOf));
    const isNew =
      !files.some((file) => known.files.has(file)) &&
      ![...folders].some((folder) => known.folders.has(folder));
    const historyTokens = (calls[turn.firstCall - 1]?.contextTokens ?? 0) - base - LIMITS.summaryTokens;
    const isCarried = (calls[turn.firstCall]?.contextTokens ?? 0) >= historyTokens + base;
    const isTopic =
      !turn.isFollowUp && files.length >= LIMITS.leastFiles && known.files.size >= LIMITS.leastFiles;
    if (isTopic && isNew && isCarried && historyTokens >= LIMITS.leastHistoryTokens) {
      const toCall = endOf(thread, turn);
      if (toCall - turn.firstCall >= LIMITS.leastCalls) changes.push({ turn, historyTokens, toCall, files });
      known = { files: new Set(), folders: new Set() };
    }
    for (const file of files) {
      known.files.add(file);
      known.folders.add(folderOf(file));
    }
  }
  // The next change carries the history of the one before as well.
  return changes.map((change, index) => ({
    ...change,
    toCall: Math.min(change.toCall, changes[index + 1]?.turn.firstCall ?? change.toCall),
  }));
}

/** Until the context is compacted or cleared, or the conversation ends. */
function endOf({ calls }: Thread, { firstCall }: Turn): number {
  const start = calls[firstCall]?.contextTokens ?? 0;
  const at = calls.findIndex(({ contextTokens }, index) => index > firstCall && contextTokens < 0.6 * start);
  return at === -1 ? calls.length : at;
}

function filesOf({ uses }: Thread, { firstCall, endCall }: Turn): string[] {
  const own = uses.filter(
    ({ madeBy, action }) => madeBy >= firstCall && madeBy < endCall && isOnFile(action),
  );
  return [...new Set(own.flatMap(({ path }) => (path === undefined ? [] : [path])))];
}

function isOnFile(action: string): boolean {
  return action === 'read' || action === 'edit' || action === 'write';
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function toDraft(thread: Thread, changes: readonly TopicChange[]): Draft {
  const calls = changes.reduce((sum, { turn, toCall }) => sum + toCall - turn.firstCall, 0);
  const history = Math.max(...changes.map(({ historyTokens }) => historyTokens));
  return {
    title: message(
      '{0} tokens of an earlier topic were carried through {1} calls of another',
      history,
      calls,
    ),
    subject: 'history',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      "context before the first prompt on other files, less that of the session's first call and {0} tokens for a summary, × the calls after it, at what each paid for a token of its input",
      LIMITS.summaryTokens,
    ),
    ...sums(
      addCarried(
        changes.map(({ turn, historyTokens, toCall }) =>
          carry(thread, historyTokens, turn.firstCall, toCall),
        ),
      ),
      changes.map(({ turn }) => turn.timestampMs),
    ),
    confidence: 0.7,
    items: changes.map(({ turn, historyTokens, files }) => ({
      name: 'prompt on other files',
      timesMs: [turn.timestampMs],
      tokens: historyTokens,
      note: message('then {0}', files.slice(0, 4).map(nameFile).join(', ')),
    })),
    action: {
      kind: 'split',
      text: message('Begin a new session when the topic changes, with a scope for it'),
    },
  };
}
