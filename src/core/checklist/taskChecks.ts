import { TASK_TITLES, type TaskField } from '../context/task.ts';
import { formatInteger, formatPlural, formatShare } from '../format.ts';
import type { ChecklistFacts } from './checklistFacts.ts';
import { done, open, unknown, type Verdict } from './verdict.ts';

// The execution checklist, item by item.

export function checkPlanned({ task, stageCount }: ChecklistFacts): Verdict {
  if (task.goal.trim() === '') return open('Nothing is planned yet: the task has no goal.');
  return stageCount > 1
    ? done(`The task has a goal and falls into ${formatInteger(stageCount)} stages.`)
    : done('The task has a goal.');
}

export function checkRequiredContext({ itemCount, scope, workspaceTokens }: ChecklistFacts): Verdict {
  if (itemCount === 0) return open('The scope is empty: a copy takes what is open.');
  if (scope === undefined) return unknown('The scope is being counted.');
  const leftOut = scope.leftOut === 0 ? '' : ` ${formatPlural(scope.leftOut, 'file')} left out by hand.`;
  if (scope.tokens <= SMALL_TOKENS)
    return done(`The scope has ${formatPlural(scope.tokens, 'token')}.${leftOut}`);
  if (workspaceTokens === undefined) return unknown('The workspace is not counted yet.');
  const share = formatShare(scope.tokens / workspaceTokens);
  return scope.tokens <= workspaceTokens * MOST_REQUIRED_SHARE
    ? done(`The scope is ${share} of the workspace.${leftOut}`)
    : open(`The scope is ${share} of the workspace: more than a fifth is seldom required.${leftOut}`);
}

export function checkNoFullLoad({
  itemCount,
  scope,
  workspaceTokens,
  hasWholeFolder,
}: ChecklistFacts): Verdict {
  if (itemCount === 0) return done('The scope is empty.');
  if (scope !== undefined && scope.tokens <= SMALL_TOKENS) return done('The scope is small.');
  if (hasWholeFolder) return open('A folder of the workspace is in the scope as a whole.');
  if (scope === undefined) return unknown('The scope is being counted.');
  if (workspaceTokens === undefined) return unknown('The workspace is not counted yet.');
  return scope.tokens < workspaceTokens * FULL_SHARE
    ? done('The scope is a part of the workspace.')
    : open(`The scope is ${formatShare(scope.tokens / workspaceTokens)} of the workspace.`);
}

export function checkPrecisePrompt({ task }: ChecklistFacts): Verdict {
  const missing = PRECISE.filter((field) => task[field].trim() === '');
  if (missing.length === 0) return done('Goal, constraints and done criteria are said.');
  return open(`Not said yet: ${missing.map((field) => TASK_TITLES[field]).join(', ')}.`);
}

export function checkChangedStages({ copies: { count, mostRepeats } }: ChecklistFacts): Verdict {
  if (count === 0) return done('Nothing was copied for this task yet.');
  return mostRepeats === 0
    ? done(`Each copy for this task had another context: ${formatInteger(count)} so far.`)
    : open(
        `The same context was copied ${formatInteger(mostRepeats + 1)} times. Send what has changed only.`,
      );
}

export function checkCappedRetries({ copies: { mostRepeats }, retryCap }: ChecklistFacts): Verdict {
  const words = `${formatInteger(mostRepeats)} of at most ${formatInteger(retryCap)} repeats of one context.`;
  return mostRepeats <= retryCap ? done(words) : open(`${words} Say what went wrong before the next one.`);
}

export function checkInstructions({ instructions }: ChecklistFacts): Verdict {
  if (instructions === undefined) return unknown('The workspace has not been looked through yet.');
  const { files, skillCount } = instructions;
  if (files.length === 0) return open('No file with instructions such as AGENTS.md or CLAUDE.md was found.');
  const skills = skillCount === 0 ? 'no skills' : formatPlural(skillCount, 'skill');
  return done(`Found ${files.slice(0, MOST_NAMED).join(', ')} and ${skills}.`);
}

/** The target of "Token Economy Optimization" for the input of a request: below it nothing needs to be left out. */
const SMALL_TOKENS = 2000;
/** The playbook's "after": 15,000 to 40,000 tokens in place of 200,000. */
const MOST_REQUIRED_SHARE = 0.2;
/** From here on it makes no difference what was left out. */
const FULL_SHARE = 0.8;
const MOST_NAMED = 3;
const PRECISE = ['goal', 'constraints', 'doneCriteria'] as const satisfies TaskField[];
