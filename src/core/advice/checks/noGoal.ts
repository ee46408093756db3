import type { Check } from '../check.ts';
import { message } from '../message.ts';
import { asksForSomething } from '../text/requests.ts';

const LIMITS = {
  leastUnits: {
    value: 12,
    reason: 'Less is an answer, such as "yes" or "go on", in a talk whose goal was said.',
  },
};

/** Nothing is asked for: the model guesses, and the guess is paid for. */
export const noGoal: Check = {
  id: 'noGoal',
  thresholds: LIMITS,
  find({ text, task }, read) {
    if (task === undefined) {
      if (text.trim().length < LIMITS.leastUnits.value || asksForSomething(read)) return [];
    } else if (task.goal.trim() !== '') return [];
    return [
      {
        check: 'noGoal',
        title: message('Nothing is asked for: say in one sentence what should be different afterwards.'),
        places: [{ in: 'task', field: 'goal' }],
        action: { do: 'editTask', field: 'goal' },
      },
    ];
  },
};
