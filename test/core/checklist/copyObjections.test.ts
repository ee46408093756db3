import { describe, expect, it } from 'vitest';
import {
  objectByBudgets,
  objectByChecklist,
  objectByRepeats,
} from '../../../src/core/checklist/copyObjections.ts';
import { evaluateChecklist } from '../../../src/core/checklist/evaluateChecklist.ts';
import { tickKeys } from '../../../src/core/checklist/ticks.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { checklistFacts } from './checklistFacts.ts';

const TASK = { goal: 'a', constraints: 'b', doneCriteria: '', filesToTouch: '' };
const evaluate = (task = TASK) =>
  evaluateChecklist(
    'execution',
    checklistFacts({ task, itemCount: 1 }),
    {},
    tickKeys('', EMPTY_TASK, '2026-11'),
  );

describe('objectByChecklist', () => {
  it('lists what is open', () => {
    expect(objectByChecklist('remind', evaluate())).toEqual([
      {
        words: 'Open in the checklist (6 of 7 done):\n• Precise prompt: Not said yet: Done when.',
        isStop: false,
        remedy: 'checklist',
      },
    ]);
    expect(objectByChecklist('require', evaluate())).toMatchObject([{ isStop: true }]);
  });

  it('says nothing when it is off, or nothing is open', () => {
    expect(objectByChecklist('off', evaluate())).toEqual([]);
    expect(objectByChecklist('require', evaluate({ ...TASK, doneCriteria: 'c' }))).toEqual([]);
  });
});

describe('objectByBudgets', () => {
  const hard = { kind: 'scope', unit: 'tokens', hard: 100 } as const;

  it('asks about what goes over a hard budget, and about nothing else', () => {
    expect(objectByBudgets([{ budget: hard, used: 101, level: 'over' }])).toEqual([
      {
        words: 'The budget “Each scope” is 100 tokens, and this copy has 101 tokens.',
        isStop: false,
        remedy: 'scope',
      },
    ]);
    const stage = { kind: 'operation', operation: 'planStage', unit: 'usd', hard: 1 } as const;
    const soft = { kind: 'scope', unit: 'tokens', soft: 100 } as const;
    expect(
      objectByBudgets([
        { budget: hard, used: 100, level: 'over' },
        { budget: hard, level: 'unknown' },
        { budget: soft, used: 101, level: 'over' },
        { budget: stage, used: 2, level: 'over' },
      ]),
    ).toEqual([]);
  });
});

describe('objectByRepeats', () => {
  it('warns when there are more repeats than the cap, and never without one', () => {
    expect(objectByRepeats(3, 3)).toEqual([]);
    expect(objectByRepeats(4, 3)).toMatchObject([{ isStop: false, remedy: 'task' }]);
    expect(objectByRepeats(400, 0)).toEqual([]);
  });
});
