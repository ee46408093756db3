import { message } from '../../message.ts';
import { itemOf, sumsOfResults } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Compaction, Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** What an agent reads again this soon, it needed from before. */
  callsAfter: 20,
  /** Of one conversation, before it is carried. */
  leastTokens: 5000,
};

/** What a compaction threw away and the agent then read again. */
export const COMPACTION_CHURN = perThread('Compaction churn', (thread) => {
  const found = thread.compactions.flatMap((compaction) => readAgain(thread, compaction));
  const tokens = found.reduce((sum, use) => sum + use.tokens, 0);
  return tokens < LIMITS.leastTokens ? [] : [toDraft(thread, found, tokens)];
});

function readAgain({ uses }: Thread, { timestampMs, nextCall }: Compaction): ToolUse[] {
  const known = new Set(
    uses.filter((use) => use.action === 'read' && use.timestampMs < timestampMs).map(({ path }) => path),
  );
  return uses.filter(
    ({ action, isError, path, madeBy, timestampMs: usedMs }) =>
      action === 'read' &&
      !isError &&
      usedMs > timestampMs &&
      madeBy < nextCall + LIMITS.callsAfter &&
      known.has(path),
  );
}

function toDraft(thread: Thread, uses: readonly ToolUse[], tokens: number): Draft {
  const count = thread.compactions.length;
  return {
    title:
      count === 1
        ? message('After a compaction {0} tokens were read again', tokens)
        : message('After {0} compactions {1} tokens were read again', count, tokens),
    subject: 'compaction',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      'tokens of the result (by its size) × the calls that had it in their context, at what each call paid for a token of its input; the compaction itself, which logs do not tell, is not in it',
    ),
    ...sumsOfResults(thread, uses),
    confidence: 0.85,
    items: uses.map((use) => itemOf(use, message('known before the compaction'))),
    action: {
      kind: 'openPlanner',
      text: message('Start anew with a plan and a scope before the context is full'),
    },
  };
}
