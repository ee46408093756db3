import { addDays, countDays, type DayRange, listUnits } from '../usage/days.ts';
import { amountOf, type BudgetLevel, levelOf, type PeriodBudget } from './budget.ts';
import { periodAround } from './budgetPeriod.ts';
import { type DaySpend, spendOf, sumUsd } from './daySpend.ts';
import { type Projection, projectSpend } from './projectSpend.ts';

/** Where a budget of a period stands. */
export type PeriodState = {
  budget: PeriodBudget;
  span: DayRange;
  spentUsd: number;
  /** Of 100 % of the budget; may be above 1. */
  share: number;
  level: BudgetLevel;
  /** Requests without a known price: what was really spent is more. */
  unpricedRequests: number;
  /** Absent with too few days to go by. */
  projection?: Projection;
};

/** Local time: the day it is, and how much of it is over, from 0 to 1. */
export type LocalNow = { day: string; dayShare: number };

/** `spends` must reach back `HISTORY_DAYS` before the period where they are known so far back. */
export function evaluatePeriod(
  budget: PeriodBudget,
  spends: readonly DaySpend[],
  { day, dayShare }: LocalNow,
): PeriodState {
  const span = periodAround(budget.per, day);
  const own = spendOf(spends, budget.project);
  const within = own.filter((spend) => spend.day >= span.since && spend.day <= span.until);
  const spentUsd = sumUsd(within);
  const remainingDays = countDays({ since: day, until: span.until }) - dayShare;
  const projection = projectSpend(spentUsd, remainingDays, wholeDays(own, day));
  return {
    budget,
    span,
    spentUsd,
    share: spentUsd / amountOf(budget),
    level: levelOf(budget, spentUsd),
    unpricedRequests: within.reduce((sum, { unpricedRequests }) => sum + unpricedRequests, 0),
    ...(projection !== undefined && { projection }),
  };
}

/** So many whole days before today a projection goes by, days without any cost among them. */
export const HISTORY_DAYS = 28;

/** Costs of the last whole days, from the first that is known on. */
function wholeDays(spends: readonly DaySpend[], today: string): number[] {
  const [first] = spends;
  if (first === undefined) return [];
  const oldest = addDays(today, -HISTORY_DAYS);
  const since = first.day > oldest ? first.day : oldest;
  const byDay = new Map<string, DaySpend[]>();
  for (const spend of spends) byDay.set(spend.day, [...(byDay.get(spend.day) ?? []), spend]);
  return listUnits({ since, until: addDays(today, -1) }, 'day').map((day) => sumUsd(byDay.get(day) ?? []));
}
