import { TASK_TITLES, type TaskField } from '../context/task.ts';
import { formatInteger, formatName, formatShare } from '../format.ts';
import { translate } from '../translate.ts';
import type { ChecklistFacts } from './checklistFacts.ts';
import { done, open, unknown, type Verdict } from './verdict.ts';

// The execution checklist, item by item.

export function checkPlanned({ task, stageCount }: ChecklistFacts): Verdict {
  if (task.goal.trim() === '') return open(translate('Nothing is planned yet: the task has no goal.'));
  return stageCount > 1
    ? done(translate('The task has a goal and falls into {0} stages.', formatInteger(stageCount)))
    : done(translate('The task has a goal.'));
}

export function checkRequiredContext({ itemCount, scope, workspaceTokens }: ChecklistFacts): Verdict {
  if (itemCount === 0) return open(translate('The scope is empty: a copy takes what is open.'));
  if (scope === undefined) return uncounted();
  const { tokens, leftOut } = scope;
  const files = formatInteger(leftOut);
  if (tokens <= SMALL_TOKENS) {
    return leftOut === 0
      ? done(translate('Tokens of the scope: {0}.', formatInteger(tokens)))
      : done(
          translate('Tokens of the scope: {0}. Files left out by hand: {1}.', formatInteger(tokens), files),
        );
  }
  if (workspaceTokens === undefined) return unknown(translate('The workspace is not counted yet.'));
  const share = formatShare(tokens / workspaceTokens);
  if (tokens > workspaceTokens * MOST_REQUIRED_SHARE)
    return open(translate('The scope is {0} of the workspace: more than a fifth is seldom required.', share));
  return leftOut === 0
    ? done(translate('The scope is {0} of the workspace.', share))
    : done(translate('The scope is {0} of the workspace. Files left out by hand: {1}.', share, files));
}

export function checkNoFullLoad({
  itemCount,
  scope,
  workspaceTokens,
  hasWholeFolder,
}: ChecklistFacts): Verdict {
  if (itemCount === 0) return done(translate('The scope is empty.'));
  if (scope !== undefined && scope.tokens <= SMALL_TOKENS) return done(translate('The scope is small.'));
  if (hasWholeFolder) return open(translate('A folder of the workspace is in the scope as a whole.'));
  if (scope === undefined) return uncounted();
  if (workspaceTokens === undefined) return unknown(translate('The workspace is not counted yet.'));
  return scope.tokens < workspaceTokens * FULL_SHARE
    ? done(translate('The scope is a part of the workspace.'))
    : open(translate('The scope is {0} of the workspace.', formatShare(scope.tokens / workspaceTokens)));
}

export function checkPrecisePrompt({ task }: ChecklistFacts): Verdict {
  const missing = PRECISE.filter((field) => task[field].trim() === '');
  if (missing.length === 0) return done(translate('Goal, constraints and done criteria are said.'));
  const titles = missing.map((field) => translate(TASK_TITLES[field]));
  return open(translate('Not said yet: {0}.', titles.join(', ')));
}

export function checkChangedStages({ copies: { count, mostRepeats } }: ChecklistFacts): Verdict {
  if (count === 0) return done(translate('Nothing was copied for this task yet.'));
  if (mostRepeats === 0)
    return done(translate('Copies for this task: {0}, each of another context.', formatInteger(count)));
  const times = formatInteger(mostRepeats + 1);
  return open(translate('The same context was copied {0} times. Send what has changed only.', times));
}

export function checkCappedRetries({ copies: { mostRepeats }, retryCap }: ChecklistFacts): Verdict {
  if (retryCap === 0) return open(translate('No cap for repeats of one context is set.'));
  const [repeats, cap] = [formatInteger(mostRepeats), formatInteger(retryCap)];
  if (mostRepeats <= retryCap)
    return done(translate('Repeats of one context: {0} of at most {1}.', repeats, cap));
  return open(
    translate(
      'Repeats of one context: {0} of at most {1}. Say what went wrong before the next one.',
      repeats,
      cap,
    ),
  );
}

export function checkInstructions({ instructions }: ChecklistFacts): Verdict {
  if (instructions === undefined) return unknown(translate('The workspace has not been looked through yet.'));
  const { files, skillCount } = instructions;
  if (files.length === 0)
    return open(translate('No file with instructions such as AGENTS.md or CLAUDE.md was found.'));
  const named = files.slice(0, MOST_NAMED).map(formatName).join(', ');
  return skillCount === 0
    ? done(translate('Found {0}; no skills.', named))
    : done(translate('Found {0}; skills: {1}.', named, formatInteger(skillCount)));
}

/** The target of "Token Economy Optimization" for the input of a request: below it nothing needs to be left out. */
const SMALL_TOKENS = 2000;
/** The playbook's "after": 15,000 to 40,000 tokens in place of 200,000. */
const MOST_REQUIRED_SHARE = 0.2;
/** From here on it makes no difference what was left out. */
const FULL_SHARE = 0.8;
const MOST_NAMED = 3;
const PRECISE = ['goal', 'constraints', 'doneCriteria'] as const satisfies TaskField[];

const uncounted = () => unknown(translate('The scope is being counted.'));
