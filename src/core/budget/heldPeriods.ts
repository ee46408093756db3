import { addDays, type DayRange } from '../usage/days.ts';
import { amountOf, type PeriodBudget } from './budget.ts';
import { periodAround } from './budgetPeriod.ts';
import { type DaySpend, spendOf, sumUsd } from './daySpend.ts';

/** How many periods of a budget began in a span of days, and in how many of them it was not held. */
export type HeldPeriods = { budget: PeriodBudget; periods: number; over: number };

/** Weeks that began in the span are taken whole, so `spends` must reach a week beyond it. */
export function countHeld(
  budget: PeriodBudget,
  spends: readonly DaySpend[],
  { since, until }: DayRange,
): HeldPeriods {
  const own = spendOf(spends, budget.project);
  let [periods, over] = [0, 0];
  for (let day = since; day <= until; ) {
    const span = periodAround(budget.per, day);
    if (span.since === day) {
      periods += 1;
      const spent = sumUsd(own.filter((spend) => spend.day >= span.since && spend.day <= span.until));
      if (spent >= amountOf(budget)) over += 1;
    }
    day = addDays(span.until, 1);
  }
  return { budget, periods, over };
}
