import { message } from '../../message.ts';
import { addCarried, carry } from '../carry.ts';
import { itemOf, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import { isOfProject } from '../isOfProject.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** A look around is part of every change. */
  leastExplored: 15,
  leastTokens: 30_000,
  leastEdits: 5,
  leastPatchCalls: 15,
};

/** Exploring and patching in one conversation with an expensive model: what was read to find the way is carried through every edit. */
export const MIXED_MODE = perThread('Planning and patching in one loop', (thread) => {
  const edits = thread.uses.filter((use) => isPatch(use, thread));
  const firstEdit = edits[0] === undefined ? -1 : thread.uses.indexOf(edits[0]);
  const start = edits[0]?.madeBy ?? -1;
  if (start < 0 || edits.length < LIMITS.leastEdits || thread.calls[start]?.tier !== 'think') return [];
  const edited = new Set(edits.map(({ path }) => path));
  const explored = thread.uses
    .slice(0, firstEdit)
    .filter(
      ({ action, path, madeBy, seenTo }) =>
        (action === 'read' || action === 'search') &&
        !edited.has(path) &&
        madeBy < endOfPlanning(thread, start) &&
        seenTo > start + 1,
    );
  const tokens = explored.reduce((sum, use) => sum + use.tokens, 0);
  const isLong = thread.calls.length - start - 1 >= LIMITS.leastPatchCalls;
  if (explored.length < LIMITS.leastExplored || tokens < LIMITS.leastTokens || !isLong) return [];
  return [toDraft(thread, explored, start + 1, tokens)];
});

/** What was read for the prompt that asked for the patch is what the patch is made from, unless all was asked for at once. */
function endOfPlanning({ turns }: Thread, start: number): number {
  const asked = turns.findLastIndex(({ firstCall }) => firstCall <= start);
  return asked <= 0 ? start + 1 : (turns[asked]?.firstCall ?? 0);
}

/** Who writes down a plan or notes outside the project is still planning. */
function isPatch({ action, path }: ToolUse, thread: Thread): boolean {
  return (action === 'edit' || action === 'write') && path !== undefined && isOfProject(path, thread);
}

function toDraft(thread: Thread, explored: readonly ToolUse[], fromCall: number, tokens: number): Draft {
  return {
    title: message(
      '{0} tokens read to find the way were carried through {1} calls that patched',
      tokens,
      thread.calls.length - fromCall,
    ),
    subject: 'mixed',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      'results of reads and searches before the first edit, of files that were not edited later, × the calls after it that had them in their context, at what each paid for a token of its input',
    ),
    ...sums(addCarried(explored.map((use) => carry(thread, use.tokens, fromCall, use.seenTo, use.callId))), [
      thread.calls[fromCall - 1]?.timestampMs ?? 0,
      thread.calls.at(-1)?.timestampMs ?? 0,
    ]),
    confidence: 0.65,
    items: explored.toSorted((a, b) => b.tokens - a.tokens).map((use) => itemOf(use)),
    action: {
      kind: 'split',
      text: message('Let one session write the plan, and a new one with a cheaper model carry it out'),
    },
  };
}
