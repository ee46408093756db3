import { message } from '../../message.ts';
import { CARRIED_FORMULA, itemOf, nameUse, sumsOfResults } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** Once after a change is care; this often after small ones is a habit. */
  leastReruns: 3,
  /** A change in so many files concerns a part of the tests. */
  mostFiles: 2,
  /** A run that passes in silence costs nothing. */
  leastTokensPerRun: 300,
  /** Of one conversation, before it is carried. */
  leastTokens: 2000,
};

/** All tests, or the whole build, run again after changes to a file or two. */
export const WORKFLOW_RERUNS = perThread('Full runs after small changes', (thread) => {
  const reruns = [...findReruns(thread).values()].filter(
    (uses) =>
      uses.length >= LIMITS.leastReruns &&
      uses.reduce((sum, { tokens }) => sum + tokens, 0) >= LIMITS.leastTokens,
  );
  return reruns.map((uses) => toDraft(thread, uses));
});

/** By command, the runs that came after a small change and said something. */
function findReruns({ uses, turns }: Thread): Map<string, ToolUse[]> {
  const changedSince = new Map<string, Set<string>>();
  const reruns = new Map<string, ToolUse[]>();
  let turn = 0;
  for (const use of uses) {
    // What was asked for anew is checked anew.
    while ((turns[turn]?.timestampMs ?? Number.POSITIVE_INFINITY) <= use.timestampMs) {
      changedSince.clear();
      turn += 1;
    }
    const { action, path, target, inputHash, commandScope } = use;
    if ((action === 'edit' || action === 'write') && path !== undefined) {
      for (const files of changedSince.values()) files.add(path);
    }
    if (commandScope !== 'wholeWorkflow' || target === undefined) continue;
    // With other arguments it may be another part of the workflow.
    const changed = changedSince.get(inputHash)?.size ?? 0;
    changedSince.set(inputHash, new Set());
    if (changed === 0 || changed > LIMITS.mostFiles || use.tokens < LIMITS.leastTokensPerRun) continue;
    reruns.set(target, [...(reruns.get(target) ?? []), use]);
  }
  return reruns;
}

function toDraft(thread: Thread, uses: readonly ToolUse[]): Draft {
  const name = uses[0] === undefined ? '' : nameUse(uses[0]);
  return {
    title: message('{0} was run in full {1} times after changes to a file or two', name, uses.length),
    subject: name,
    threads: [thread],
    kind: 'estimated',
    formula: CARRIED_FORMULA,
    ...sumsOfResults(thread, uses),
    confidence: 0.7,
    items: uses.map((use) => itemOf(use, use.isError ? message('failed') : undefined)),
    action: {
      kind: 'writeInstructions',
      text: message('Say in the instructions how to run the tests of one file, and to run all at the end'),
      proposal: {
        text: `- After a change run only the checks of what was changed (how: …), and \`${name}\` as a whole once, at the end.`,
      },
    },
  };
}
