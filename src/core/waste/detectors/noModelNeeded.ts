import { message } from '../../message.ts';
import { sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';
import { type TurnFacts, turnFacts, wholeTurns } from '../turnFacts.ts';

const LIMITS = {
  leastConfidence: 0.6,
  /** One call to run the command, one to say what came of it, and one to spare. */
  mostCalls: 3,
  /** With more of them the model has found out something, such as what to say of a change. */
  mostUses: 2,
  /** Who says more wants something to be understood. */
  mostPromptChars: 80,
  /** A longer command holds what the model has written, such as the message of a commit. */
  mostInputChars: 200,
};

/** Prompts that a command, a search or a formatter answers, and for which the model did nothing else. */
export const NO_MODEL_NEEDED = perThread('Work that needed no model', (thread) => {
  const turns = turnFacts(thread).filter(isPlainCommand);
  return turns.length === 0 ? [] : [toDraft(thread, turns)];
});

function isPlainCommand({ turn, uses, calls, failures }: TurnFacts): boolean {
  return (
    turn.tier === 'none' &&
    turn.confidence >= LIMITS.leastConfidence &&
    turn.chars <= LIMITS.mostPromptChars &&
    calls <= LIMITS.mostCalls &&
    failures === 0 &&
    uses.length > 0 &&
    uses.length <= LIMITS.mostUses &&
    uses.every(isPlain)
  );
}

function isPlain({ action, inputChars }: ToolUse): boolean {
  return (action === 'run' || action === 'search') && inputChars <= LIMITS.mostInputChars;
}

function toDraft(thread: Thread, turns: readonly TurnFacts[]): Draft {
  return {
    title:
      turns.length === 1
        ? message('A prompt only ran a command')
        : message('{0} prompts only ran a command', turns.length),
    subject: 'none',
    threads: [thread],
    kind: 'measured',
    formula: message('input and output of the calls for these prompts'),
    ...sums(
      wholeTurns(
        thread,
        turns.map(({ turn }) => turn),
      ),
      turns.map(({ turn }) => turn.timestampMs),
    ),
    confidence: 0.7,
    items: turns.map(({ turn, uses }) => ({
      name: uses.map(({ target, tool }) => target ?? tool).join(', '),
      timesMs: [turn.timestampMs],
      note: message('prompt of {0} characters', turn.chars),
    })),
    action: {
      kind: 'openTerminal',
      text: message('Run the command yourself, in Claude Code as `! command`'),
    },
  };
}
