import { describe, expect, it } from 'vitest';
import { objectByChecklist } from '../../../src/core/checklist/copyObjections.ts';
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
