import { amountOf, type BudgetLevel, type BudgetUnit, keyOf, warnAtOf } from '../budget/budget.ts';
import type { UseState } from '../budget/currentUse.ts';
import { nameBudget } from '../budget/nameBudget.ts';
import type { PeriodState } from '../budget/periodState.ts';
import type { Projection } from '../budget/projectSpend.ts';
import { shorten } from './shorten.ts';

/** A budget as it is drawn; `used` is absent while unknown. */
export type BudgetRow = {
  name: string;
  unit: BudgetUnit;
  amount: number;
  warnAt: number;
  used?: number;
  level: BudgetLevel;
  /** What will be used when the period ends; of periods only, and absent with too few days to go by. */
  projection?: Projection;
  /** Requests without a known price, which are not in `used`. */
  unpricedRequests: number;
  isMuted: boolean;
};

/** More budgets than anybody has an eye on. */
const MAX_ROWS = 50;

export function buildPeriodRows(
  states: readonly PeriodState[],
  isMuted: (key: string) => boolean,
): BudgetRow[] {
  return states.slice(0, MAX_ROWS).map(({ budget, spentUsd, level, unpricedRequests, projection }) => ({
    ...toRow(budget, level),
    used: spentUsd,
    unpricedRequests,
    isMuted: isMuted(keyOf(budget)),
    ...(projection !== undefined && { projection }),
  }));
}

export function buildUseRows(states: readonly UseState[]): BudgetRow[] {
  return states.slice(0, MAX_ROWS).map(({ budget, used, level }) => ({
    ...toRow(budget, level),
    ...(used !== undefined && { used }),
  }));
}

function toRow(budget: (PeriodState | UseState)['budget'], level: BudgetLevel): BudgetRow {
  return {
    name: shorten(nameBudget(budget)),
    unit: budget.unit,
    amount: amountOf(budget),
    warnAt: warnAtOf(budget),
    level,
    unpricedRequests: 0,
    isMuted: false,
  };
}
