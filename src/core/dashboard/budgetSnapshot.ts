import { amountOf, type BudgetLevel, type BudgetUnit, keyOf, warnAtOf } from '../budget/budget.ts';
import type { UseState } from '../budget/currentUse.ts';
import { nameBudget } from '../budget/nameBudget.ts';
import type { PeriodState } from '../budget/periodState.ts';
import type { Projection } from '../budget/projectSpend.ts';
import { shorten } from './shorten.ts';

/** A budget as it is drawn; `used` is absent while unknown. */
export type BudgetRow = {
  /** What the host knows it by. */
  key: string;
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

type IsMuted = (key: string) => boolean;

export function buildPeriodRows(states: readonly PeriodState[], isMuted: IsMuted): BudgetRow[] {
  return states.slice(0, MAX_ROWS).map(({ budget, spentUsd, level, unpricedRequests, projection }) => ({
    ...toRow(budget, level, isMuted),
    used: spentUsd,
    unpricedRequests,
    ...(projection !== undefined && { projection }),
  }));
}

export function buildUseRows(states: readonly UseState[], isMuted: IsMuted): BudgetRow[] {
  return states.slice(0, MAX_ROWS).map(({ budget, used, level }) => ({
    ...toRow(budget, level, isMuted),
    ...(used !== undefined && { used }),
  }));
}

function toRow(budget: (PeriodState | UseState)['budget'], level: BudgetLevel, isMuted: IsMuted): BudgetRow {
  const key = keyOf(budget);
  return {
    key,
    name: shorten(nameBudget(budget)),
    unit: budget.unit,
    amount: amountOf(budget),
    warnAt: warnAtOf(budget),
    level,
    unpricedRequests: 0,
    isMuted: isMuted(key),
  };
}
