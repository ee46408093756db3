import { amountOf } from '../budget/budget.ts';
import type { UseState } from '../budget/currentUse.ts';
import { formatAmount, nameBudget } from '../budget/nameBudget.ts';

/** A budget that what is at hand goes over, in the user's words: checks run in a thread that does not know the language. */
export type ExceededBudget = {
  /** `Each copy`, `Scope frontend`. */
  name: string;
  /** `$0.50`, `30,000 tokens`. */
  amount: string;
  /** Of what is at hand, so much is too much: from 0 to 1. */
  overShare: number;
  /** About a stage of the plan, not about the scope as a whole. */
  isOfStage: boolean;
};

export function findExceeded(states: readonly UseState[]): ExceededBudget[] {
  return states.flatMap(({ budget, used }) => {
    const amount = amountOf(budget);
    if (used === undefined || used <= amount) return [];
    return [
      {
        name: nameBudget(budget),
        amount: formatAmount(amount, budget.unit),
        overShare: (used - amount) / used,
        isOfStage: budget.kind === 'operation' && budget.operation === 'planStage',
      },
    ];
  });
}
