import { describe, expect, it } from 'vitest';
import type { ChecklistFacts } from '../../../src/core/checklist/checklistFacts.ts';
import {
  CHECKLIST_IDS,
  CHECKLIST_ITEM_IDS,
  CHECKLIST_ITEMS,
  type ChecklistItemId,
} from '../../../src/core/checklist/checklistItems.ts';
import { evaluateChecklist, listOpen } from '../../../src/core/checklist/evaluateChecklist.ts';
import { setTick, tickKeys } from '../../../src/core/checklist/ticks.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { checklistFacts } from './checklistFacts.ts';

const KEYS = tickKeys('', EMPTY_TASK, '2026-11');
const SCOPE = { tokens: 10_000, leftOut: 0 };

function judge(id: ChecklistItemId, facts: Partial<ChecklistFacts>): string {
  const items = evaluateChecklist(CHECKLIST_ITEMS[id].list, checklistFacts(facts), {}, KEYS);
  const item = items.find((each) => each.id === id);
  return `${item?.state}: ${item?.reason}`;
}

describe('evaluateChecklist', () => {
  it.each<[ChecklistItemId, Partial<ChecklistFacts>, string]>([
    ['planned', {}, 'open: Nothing is planned yet: the task has no goal.'],
    ['planned', { task: { ...EMPTY_TASK, goal: 'Fix it' } }, 'done: The task has a goal.'],
    [
      'planned',
      { task: { ...EMPTY_TASK, goal: 'Fix it' }, stageCount: 3 },
      'done: The task has a goal and falls into 3 stages.',
    ],
    ['requiredContext', {}, 'open: The scope is empty: a copy takes what is open.'],
    ['requiredContext', { itemCount: 1 }, 'unknown: The scope is being counted.'],
    [
      'requiredContext',
      { itemCount: 1, scope: { tokens: 2000, leftOut: 1 }, workspaceTokens: 2000 },
      'done: Tokens of the scope: 2,000. Files left out by hand: 1.',
    ],
    ['requiredContext', { itemCount: 1, scope: SCOPE }, 'unknown: The workspace is not counted yet.'],
    [
      'requiredContext',
      { itemCount: 1, scope: { tokens: 10_000, leftOut: 4 }, workspaceTokens: 50_000 },
      'done: The scope is 20 % of the workspace. Files left out by hand: 4.',
    ],
    [
      'requiredContext',
      { itemCount: 1, scope: SCOPE, workspaceTokens: 40_000 },
      'open: The scope is 25 % of the workspace: more than a fifth is seldom required.',
    ],
    ['noFullLoad', {}, 'done: The scope is empty.'],
    ['noFullLoad', { itemCount: 1, scope: { tokens: 9, leftOut: 0 } }, 'done: The scope is small.'],
    [
      'noFullLoad',
      { itemCount: 1, scope: SCOPE, hasWholeFolder: true, workspaceTokens: 1_000_000 },
      'open: A folder of the workspace is in the scope as a whole.',
    ],
    ['noFullLoad', { itemCount: 1 }, 'unknown: The scope is being counted.'],
    ['noFullLoad', { itemCount: 1, scope: SCOPE }, 'unknown: The workspace is not counted yet.'],
    [
      'noFullLoad',
      { itemCount: 1, scope: SCOPE, workspaceTokens: 12_500 },
      'open: The scope is 80 % of the workspace.',
    ],
    [
      'noFullLoad',
      { itemCount: 1, scope: SCOPE, workspaceTokens: 12_501 },
      'done: The scope is a part of the workspace.',
    ],
    ['precisePrompt', {}, 'open: Not said yet: Goal, Constraints, Done when.'],
    [
      'precisePrompt',
      { task: { goal: 'a', constraints: ' ', doneCriteria: 'c', filesToTouch: '' } },
      'open: Not said yet: Constraints.',
    ],
    [
      'precisePrompt',
      { task: { goal: 'a', constraints: 'b', doneCriteria: 'c', filesToTouch: '' } },
      'done: Goal, constraints and done criteria are said.',
    ],
    ['changedStages', {}, 'done: Nothing was copied for this task yet.'],
    [
      'changedStages',
      { copies: { count: 2, mostRepeats: 0 } },
      'done: Copies for this task: 2, each of another context.',
    ],
    [
      'changedStages',
      { copies: { count: 3, mostRepeats: 1 } },
      'open: The same context was copied 2 times. Send what has changed only.',
    ],
    [
      'cappedRetries',
      { copies: { count: 4, mostRepeats: 3 } },
      'done: Repeats of one context: 3 of at most 3.',
    ],
    [
      'cappedRetries',
      { copies: { count: 5, mostRepeats: 4 } },
      'open: Repeats of one context: 4 of at most 3. Say what went wrong before the next one.',
    ],
    ['cappedRetries', { retryCap: 0 }, 'open: No cap for repeats of one context is set.'],
    ['instructions', {}, 'unknown: The workspace has not been looked through yet.'],
    [
      'instructions',
      { instructions: { files: [], skillCount: 2 } },
      'open: No file with instructions such as AGENTS.md or CLAUDE.md was found.',
    ],
    [
      'instructions',
      { instructions: { files: ['AGENTS.md', 'a/CLAUDE.md'], skillCount: 1 } },
      'done: Found AGENTS.md, a/CLAUDE.md; skills: 1.',
    ],
    ['baselineMeasured', {}, 'unknown: The logs have not been read yet.'],
    ['baselineMeasured', { usage: { requests: 0 } }, 'open: No request is known from logs yet.'],
    ['baselineMeasured', { usage: { requests: 1 } }, 'done: Requests known from logs: 1.'],
    ['budgetsSet', {}, 'open: No budget is set.'],
    ['budgetsSet', { budgetCount: 2 }, 'done: Budgets set: 2.'],
    ['smallModels', { usage: { requests: 0 } }, 'unknown: No request is known to tell it from.'],
    [
      'expensiveShare',
      { usage: { requests: 5, thinkShare: 0.2 } },
      'open: 20 % of the requests went to models for thinking; the target is below 20 %.',
    ],
    [
      'promptCaching',
      { usage: { requests: 5, cacheHitRate: 0.87 } },
      'done: 87 % of the input came from a cache; the target is above 80 %.',
    ],
    [
      'tokensTrend',
      { usage: { requests: 5, inputPerRequest: 900 } },
      'unknown: There are not two periods with requests to compare yet.',
    ],
    [
      'tokensTrend',
      { usage: { requests: 5, inputPerRequest: 1051, inputPerRequestBefore: 1000 } },
      'open: 1,051 tokens of input per request, 1,000 before.',
    ],
    [
      'tokensTrend',
      { usage: { requests: 5, inputPerRequest: 1050, inputPerRequestBefore: 1000 } },
      'done: 1,050 tokens of input per request, 1,000 before.',
    ],
    ['abTested', { hasScoredVariants: true }, 'done: Two variants are kept, each with its quality.'],
    ['streaming', {}, 'byHand: How your own programs call a model is not in any log.'],
  ])('judges %s by %j', (id, facts, expected) => {
    expect(judge(id, facts)).toBe(expected);
  });

  it('has the seven items of the playbook, the eight to set up and the five of each month', () => {
    const sizes = CHECKLIST_IDS.map((list) => evaluateChecklist(list, checklistFacts(), {}, KEYS).length);
    expect(sizes).toEqual([7, 8, 5]);
  });

  it('takes a tick for done, and still says what software sees', () => {
    const ticks = setTick({}, 'planned', true, KEYS);
    const [planned] = evaluateChecklist('execution', checklistFacts(), ticks, KEYS);
    expect(planned).toMatchObject({
      state: 'done',
      isTicked: true,
      reason: 'Nothing is planned yet: the task has no goal.',
    });
  });

  it('does not call ticked what is done by itself', () => {
    const ticks = setTick({}, 'planned', true, KEYS);
    const facts = checklistFacts({ task: { ...EMPTY_TASK, goal: 'Fix it' } });
    expect(evaluateChecklist('execution', facts, ticks, KEYS)[0]).toMatchObject({
      state: 'done',
      isTicked: false,
    });
  });

  it('holds nobody up for what is unknown', () => {
    const items = evaluateChecklist('execution', checklistFacts({ itemCount: 1 }), {}, KEYS);
    expect(listOpen(items).map(({ id }) => id)).toEqual(['planned', 'precisePrompt']);
  });

  it('knows every item by its own title', () => {
    const titles = CHECKLIST_ITEM_IDS.map((id) => CHECKLIST_ITEMS[id].title());
    expect(new Set(titles).size).toBe(titles.length);
  });
});
