import { type Message, message } from '../../message.ts';
import { CARRIED_FORMULA, itemOf, sumsOfResults } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** A small project may well be read whole. */
  leastDumpTokens: 10_000,
  /** More files than a person would open for a task, read before the first change. */
  leastFiles: 30,
  leastTokens: 60_000,
  /** A task that changes a good part of what was read needed to read it. */
  mostChangedShare: 0.2,
};

/** A repository given as a whole: by a packer, by `cat` over everything, or file by file before anything was changed. */
export const WHOLE_REPOSITORY = perThread('Whole repository loaded', (thread) => [
  ...dumps(thread),
  ...readThrough(thread),
]);

function dumps(thread: Thread): Draft[] {
  const uses = thread.uses.filter(
    ({ commandScope, tokens }) => commandScope === 'wholeRepository' && tokens >= LIMITS.leastDumpTokens,
  );
  if (uses.length === 0) return [];
  const tokens = uses.reduce((sum, use) => sum + use.tokens, 0);
  return [
    toDraft(
      thread,
      uses,
      message('One command put {0} tokens of files into the context', tokens),
      'dump',
      0.85,
    ),
  ];
}

function readThrough(thread: Thread): Draft[] {
  const changes = thread.uses.filter(({ action }) => action === 'edit' || action === 'write');
  const firstChangeMs = changes[0]?.timestampMs ?? Number.POSITIVE_INFINITY;
  const changed = new Set(changes.map(({ path }) => path));
  const reads = thread.uses.filter(
    ({ action, timestampMs, isError }) => action === 'read' && timestampMs < firstChangeMs && !isError,
  );
  const files = new Set(reads.map(({ path }) => path));
  const unused = reads.filter(({ path }) => !changed.has(path));
  const changedShare = (files.size - new Set(unused.map(({ path }) => path)).size) / Math.max(files.size, 1);
  const tokens = unused.reduce((sum, use) => sum + use.tokens, 0);
  const isWhole = files.size >= LIMITS.leastFiles && tokens >= LIMITS.leastTokens;
  if (!isWhole || changedShare > LIMITS.mostChangedShare) return [];
  const title = message(
    '{0} files were read before the first change, {1} of them were changed',
    files.size,
    files.size - new Set(unused.map(({ path }) => path)).size,
  );
  return [toDraft(thread, unused, title, 'read', 0.6)];
}

function toDraft(
  thread: Thread,
  uses: readonly ToolUse[],
  title: Message,
  subject: string,
  confidence: number,
): Draft {
  return {
    title,
    subject,
    threads: [thread],
    kind: 'estimated',
    formula: CARRIED_FORMULA,
    ...sumsOfResults(thread, uses),
    confidence,
    items: uses.toSorted((a, b) => b.tokens - a.tokens).map((use) => itemOf(use)),
    action: { kind: 'suggestScope', text: message('Suggest a scope for the task and start from that') },
  };
}
