import { message } from '../../message.ts';
import { addCarried, wholeCall } from '../carry.ts';
import { itemOf, nameUse, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** A second run makes sure, a third one learns nothing. */
  leastRuns: 3,
  /** Commands that say nothing, such as `git add`, do something every time. */
  leastChars: 20,
};

/** A command run again and again with the same result, nothing having been changed between. */
export const REPEATED_LOOPS = perThread('Loops without a change', (thread) =>
  findLoops(thread).flatMap((runs) => toDraft(thread, runs)),
);

function findLoops({ uses, turns }: Thread): ToolUse[][] {
  const loops: ToolUse[][] = [];
  const open = new Map<string, ToolUse[]>();
  let turn = 0;
  for (const use of uses) {
    // After an edit, or when a person has spoken, the same command may well have another result.
    while ((turns[turn]?.timestampMs ?? Number.POSITIVE_INFINITY) <= use.timestampMs) {
      open.clear();
      turn += 1;
    }
    if (use.action === 'edit' || use.action === 'write' || use.action === 'delegate') open.clear();
    if (use.action !== 'run' || use.chars < LIMITS.leastChars) continue;
    const runs = open.get(use.inputHash);
    if (runs !== undefined && runs[0]?.hash === use.hash) runs.push(use);
    else {
      const begun = [use];
      open.set(use.inputHash, begun);
      loops.push(begun);
    }
  }
  return loops.filter((runs) => runs.length >= LIMITS.leastRuns);
}

function isAlone({ madeBy, callId }: ToolUse, { uses }: Thread): boolean {
  return !uses.some((use) => use.madeBy === madeBy && use.callId !== callId);
}

function toDraft(thread: Thread, runs: readonly ToolUse[]): Draft[] {
  const [first, ...again] = runs;
  // A call that did something else as well was needed.
  const calls = again.filter((use) => isAlone(use, thread));
  if (first === undefined || calls.length === 0) return [];
  const failed = runs.every(({ isError }) => isError);
  return [
    {
      title:
        first.commandScope === 'wait'
          ? message('{0} calls only waited for a command', calls.length)
          : failed
            ? message('{0} failed {1} times in the same way', nameUse(first), runs.length)
            : message('{0} was run {1} times with the same result', nameUse(first), runs.length),
      subject: `${first.inputHash}@${first.timestampMs}`,
      threads: [thread],
      kind: 'measured',
      formula: message('input and output of the calls that did nothing but run it again'),
      ...sums(
        addCarried(calls.map(({ madeBy }) => wholeCall(thread, madeBy))),
        runs.map(({ timestampMs }) => timestampMs),
      ),
      confidence: 0.9,
      items: runs.map((use) => itemOf(use)),
      action:
        first.commandScope === 'wait'
          ? {
              kind: 'writeInstructions',
              text: message('Let the agent wait longer at once, or be told when the command has ended'),
              proposal: {
                text: '- Wait for a long command in one call, with a time limit that is long enough, rather than asking again and again.',
              },
            }
          : {
              kind: 'writeInstructions',
              text: message('Stop it and say what to change before it runs again'),
              proposal: {
                text: '- Do not run a command again before something has changed; after two failures of the same kind stop and say what is unclear.',
              },
            },
    },
  ];
}
