import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { asksForSomething } from '../text/requests.ts';

const LIMITS = {
  leastUnits: {
    value: 12,
    reason: 'Less is an answer, such as "yes" or "go on", in a talk whose goal was said.',
  },
};

/** Behind an error on the same line. */
const ASKED_BESIDE_TRACE = /[-–—:,] (?:please |pls )?(?:fix|why|what|how|explain|solve|help)\b/i;

/** Nothing is asked for: the model guesses, and the guess is paid for. */
export const noGoal: Check = {
  id: 'noGoal',
  thresholds: LIMITS,
  find({ text, task }, read) {
    if (task === undefined) {
      if (
        text.trim().length < LIMITS.leastUnits.value ||
        asksForSomething(read) ||
        ASKED_BESIDE_TRACE.test(text.slice(0, 2_000))
      )
        return [];
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
