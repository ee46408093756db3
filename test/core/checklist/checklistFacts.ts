import type { ChecklistFacts } from '../../../src/core/checklist/checklistFacts.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';

/** Facts with nothing said, sent or known, but what a test cares about. */
export function checklistFacts(fields: Partial<ChecklistFacts> = {}): ChecklistFacts {
  return {
    task: EMPTY_TASK,
    stageCount: 0,
    itemCount: 0,
    hasWholeFolder: false,
    copies: { count: 0, mostRepeats: 0 },
    retryCap: 3,
    budgetCount: 0,
    hasScoredVariants: false,
    ...fields,
  };
}
