import { formatPlural, formatUsd } from '../format.ts';
import { translate } from '../translate.ts';
import type { Budget, BudgetUnit, Operation, Period } from './budget.ts';

/** `Today`, or `Each day` where it is about all of them; `This month · app`, `Each copy`, `Scope frontend`. */
export function nameBudget(budget: Budget, which: 'current' | 'each' = 'current'): string {
  switch (budget.kind) {
    case 'period': {
      const period = (which === 'each' ? EACH_PERIOD : CURRENT_PERIOD)[budget.per]();
      return budget.project === undefined ? period : `${period} · ${budget.project}`;
    }
    case 'operation':
      return OPERATION_NAMES[budget.operation]();
    case 'scope':
      if (budget.scope === undefined) return translate('Each scope');
      return budget.scope === '' ? translate('Scope without a name') : translate('Scope {0}', budget.scope);
    default:
      return budget satisfies never;
  }
}

/** `$1.20`, `12,000 tokens`. */
export function formatAmount(amount: number, unit: BudgetUnit): string {
  return unit === 'usd' ? formatUsd(amount) : formatPlural(amount, 'token');
}

const EACH_PERIOD: Record<Period, () => string> = {
  day: () => translate('Each day'),
  week: () => translate('Each week'),
  month: () => translate('Each month'),
};
const CURRENT_PERIOD: Record<Period, () => string> = {
  day: () => translate('Today'),
  week: () => translate('This week'),
  month: () => translate('This month'),
};
const OPERATION_NAMES: Record<Operation, () => string> = {
  copy: () => translate('Each copy'),
  planStage: () => translate('Each stage of a plan'),
};
