import { addDays, type DayRange, startOfUnit } from '../usage/days.ts';
import type { Period } from './budget.ts';

/** The day, the week from Monday on, or the month that a day lies in. */
export function periodAround(per: Period, day: string): DayRange {
  const since = startOfUnit(day, per);
  switch (per) {
    case 'day':
      return { since, until: day };
    case 'week':
      return { since, until: addDays(since, 6) };
    case 'month':
      return { since, until: addDays(startOfUnit(addDays(since, 31), 'month'), -1) };
    default:
      return per satisfies never;
  }
}
