import { formatInteger, formatUsd } from '../format.ts';
import type { Budget, BudgetUnit, Operation, Period } from './budget.ts';

const PERIOD_NAMES: Record<Period, string> = { day: 'Today', week: 'This week', month: 'This month' };
const OPERATION_NAMES: Record<Operation, string> = { copy: 'Each copy', planStage: 'Each stage of a plan' };

/** `Today`, `This month · app`, `Each copy`, `Scope frontend`. */
export function nameBudget(budget: Budget): string {
  switch (budget.kind) {
    case 'period':
      return budget.project === undefined
        ? PERIOD_NAMES[budget.per]
        : `${PERIOD_NAMES[budget.per]} · ${budget.project}`;
    case 'operation':
      return OPERATION_NAMES[budget.operation];
    case 'scope':
      if (budget.scope === undefined) return 'Each scope';
      return budget.scope === '' ? 'Scope without a name' : `Scope ${budget.scope}`;
    default:
      return budget satisfies never;
  }
}

/** `$1.20`, `12,000 tokens`. */
export function formatAmount(amount: number, unit: BudgetUnit): string {
  return unit === 'usd' ? formatUsd(amount) : `${formatInteger(amount)} tokens`;
}
