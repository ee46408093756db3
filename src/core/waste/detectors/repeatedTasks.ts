import { formatName } from '../../format.ts';
import { message } from '../../message.ts';
import { addCarried, wholeCall } from '../carry.ts';
import { type CommandRun, commandRuns } from '../commandRuns.ts';
import { sums } from '../describe.ts';
import { perProject } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { EvidenceItem, Proposal } from '../finding.ts';

const LIMITS = {
  /** Twice may be a second try. */
  leastSessions: 3,
  /** Two commands are soon typed as one without a skill. */
  leastCommands: 3,
  mostCommands: 6,
  /** Writing and keeping a skill takes some calls as well. */
  leastSparedCalls: 8,
};

/** The same commands, one call after the other, in several sessions of a project: a skill with a script runs them in one call. */
export const REPEATED_TASKS = perProject('Repeated tasks that could be a skill', (threads) => {
  const drafts: Draft[] = [];
  let runs = threads.filter(({ agentId }) => agentId === undefined).flatMap(commandRuns);
  for (let best = findBest(runs); best !== undefined; best = findBest(runs)) {
    drafts.push(toDraft(best));
    runs = takeOut(runs, best.places);
  }
  return drafts;
});

type Task = { commands: readonly string[]; places: Place[] };
/** Where a task was done: `spared` are the calls that a single one would have done without. */
type Place = { run: CommandRun; from: number; to: number; spared: readonly number[] };

function findBest(runs: readonly CommandRun[]): Task | undefined {
  const tasks = new Map<string, Task>();
  for (const run of runs) {
    for (let from = 0; from + LIMITS.leastCommands <= run.steps.length; from++) {
      const longest = Math.min(LIMITS.mostCommands, run.steps.length - from);
      for (let length = LIMITS.leastCommands; length <= longest; length++)
        addPlace(tasks, run, from, from + length);
    }
  }
  const [best] = [...tasks]
    .filter(([, task]) => isWorthASkill(task))
    .sort(([a, one], [b, other]) => countSpared(other) - countSpared(one) || (a < b ? -1 : 1));
  return best?.[1];
}

function addPlace(tasks: Map<string, Task>, run: CommandRun, from: number, to: number): void {
  const commands = run.steps.slice(from, to).map(({ command }) => command);
  const key = commands.join('\n');
  const task = tasks.get(key) ?? { commands, places: [] };
  tasks.set(key, task);
  const last = task.places.at(-1);
  if (last?.run === run && last.to > from) return;
  const spared = sparedCalls(run, from, to);
  // Who asks for all at once needs no skill.
  if (spared.length > 0) task.places.push({ run, from, to, spared });
}

/** Calls after the first that asked for nothing else. */
function sparedCalls({ thread, steps }: CommandRun, from: number, to: number): number[] {
  const [first, ...others] = steps.slice(from, to);
  const own = new Set(others.flatMap(({ calls }) => calls));
  const asked = steps.filter((_, index) => index < from || index >= to).flatMap(({ calls }) => calls);
  for (const call of [...(first?.calls ?? []), ...asked]) own.delete(call);
  return [...own].filter((call) =>
    thread.uses.every(({ madeBy, action }) => madeBy !== call || action === 'run'),
  );
}

function isWorthASkill({ commands, places }: Task): boolean {
  const sessions = new Set(places.map(({ run }) => run.thread.sessionId));
  return (
    new Set(commands).size >= LIMITS.leastCommands &&
    sessions.size >= LIMITS.leastSessions &&
    countSpared({ places }) >= LIMITS.leastSparedCalls
  );
}

function countSpared({ places }: Pick<Task, 'places'>): number {
  return places.reduce((sum, { spared }) => sum + spared.length, 0);
}

/** The runs without what a task has claimed of them. */
function takeOut(runs: readonly CommandRun[], places: readonly Place[]): CommandRun[] {
  return runs.flatMap((run) => {
    const own = places.filter((place) => place.run === run);
    const starts = [0, ...own.map(({ to }) => to)];
    const ends = [...own.map(({ from }) => from), run.steps.length];
    return starts.map((start, index) => ({ ...run, steps: run.steps.slice(start, ends[index]) }));
  });
}

function toDraft({ commands, places }: Task): Draft {
  const threads = [...new Set(places.map(({ run }) => run.thread))];
  const sessions = new Set(threads.map(({ sessionId }) => sessionId)).size;
  const names = commands.map(formatName).join(', ');
  return {
    title: message('{0} were run one after the other in {1} sessions', names, sessions),
    subject: `task ${commands.join('\n')}@${threads[0]?.project ?? ''}`,
    threads,
    kind: 'estimated',
    formula: message(
      'input and output of the calls that ran the second and later of these commands and nothing else: a skill with a script runs all of them in one call',
    ),
    ...sums(
      addCarried(places.flatMap(({ run, spared }) => spared.map((call) => wholeCall(run.thread, call)))),
      places.map(timeOf),
    ),
    confidence: 0.6,
    items: places.map(toItem),
    action: {
      kind: 'writeInstructions',
      text: message('Make it a skill, with one command that prints what the model has to see'),
      proposal: proposeSkill(commands),
    },
  };
}

function timeOf({ run, from }: Place): number {
  return run.steps[from]?.timestampMs ?? 0;
}

function toItem(place: Place): EvidenceItem {
  const { thread, turn } = place.run;
  return {
    name: `session ${thread.sessionId}`,
    timesMs: [timeOf(place)],
    tokens: addCarried(place.spared.map((call) => wholeCall(thread, call))).tokens,
    note: message(
      'for a prompt of {0} characters; calls that could be spared: {1}',
      turn.chars,
      place.spared.length,
    ),
  };
}

function proposeSkill(commands: readonly string[]): Proposal {
  const words = commands
    .join(' ')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['task'];
  const skill = [...new Set(words)].join('-').slice(0, 60);
  return {
    skill,
    text: `---
name: ${skill}
description: Runs ${commands.join(', ')} at once. Use it when asked for what they do together.
---

Run this as one command, with the arguments that this project needs, and read all of its output before going on:

    ${commands.join('; ')}
`,
  };
}
