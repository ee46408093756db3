import { formatInteger } from '../../format.ts';
import { addCarried, carryResult } from '../carry.ts';
import { CARRIED_FORMULA, itemOf, sums } from '../describe.ts';
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
    title: `After ${count === 1 ? 'a compaction' : `${count} compactions`} ${formatInteger(tokens)} tokens were read again`,
    subject: 'compaction',
    threads: [thread],
    kind: 'estimated',
    formula: `${CARRIED_FORMULA}; the compaction itself, which logs do not tell, is not in it`,
    ...sums(
      addCarried(uses.map((use) => carryResult(thread, use))),
      uses.map(({ timestampMs }) => timestampMs),
    ),
    confidence: 0.85,
    items: uses.map((use) => itemOf(use, 'known before the compaction')),
    action: { kind: 'openPlanner', text: 'Start anew with a plan and a scope before the context is full' },
  };
}
