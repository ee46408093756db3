import type { Thread, ToolUse, Turn } from './thread.ts';

/** Commands that followed each other for one prompt with nothing between them but the calls that asked for them. */
export type CommandRun = { thread: Thread; turn: Turn; steps: readonly CommandStep[] };

/** A command, or the same one several times, and the calls that asked for it. */
export type CommandStep = { command: string; timestampMs: number; calls: readonly number[] };

/** A longer command holds what the model has written, such as the message of a commit. */
const MOST_INPUT_CHARS = 200;

/** What they change, the model has chosen after what it saw. */
const CHANGES =
  /^(?:git (?:add|commit|push|checkout|switch|restore|reset|rm|mv|merge|rebase|stash)|gh|rm|mv|cp|mkdir|touch|kill|pkill|sed|tee)\b/;

/** The commands of each prompt for which no skill was used. */
export function commandRuns(thread: Thread): CommandRun[] {
  return thread.turns.flatMap((turn) => {
    const uses = thread.uses.filter(({ madeBy }) => madeBy >= turn.firstCall && madeBy < turn.endCall);
    return uses.some(isSkill) ? [] : splitRuns(uses).map((run) => ({ thread, turn, steps: toSteps(run) }));
  });
}

function isSkill({ tool }: ToolUse): boolean {
  return tool.toLowerCase() === 'skill';
}

function splitRuns(uses: readonly ToolUse[]): ToolUse[][] {
  const runs: ToolUse[][] = [[]];
  for (const use of uses) {
    if (isPlainCommand(use)) runs.at(-1)?.push(use);
    // What comes after a failure, the model has thought of.
    if (use.isError || !isPlainCommand(use)) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

function isPlainCommand({ action, target, inputChars, commandScope }: ToolUse): boolean {
  const isCommand = action === 'run' && target !== undefined && commandScope !== 'wait';
  return isCommand && inputChars <= MOST_INPUT_CHARS && !CHANGES.test(target);
}

function toSteps(run: readonly ToolUse[]): CommandStep[] {
  const steps: CommandStep[] = [];
  for (const { target: command = '', timestampMs, madeBy } of run) {
    const last = steps.at(-1);
    if (last?.command === command) steps[steps.length - 1] = { ...last, calls: [...last.calls, madeBy] };
    else steps.push({ command, timestampMs, calls: [madeBy] });
  }
  return steps;
}
