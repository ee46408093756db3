import { addDays, type DayRange, weekOf } from '../usage/days.ts';
import type { Period } from './budget.ts';

/** The day, the week from Monday on, or the month that a day lies in. */
export function periodAround(per: Period, day: string): DayRange {
  switch (per) {
    case 'day':
      return { since: day, until: day };
    case 'week': {
      const since = weekOf(day);
      return { since, until: addDays(since, 6) };
    }
    case 'month': {
      const since = `${day.slice(0, 7)}-01`;
      return { since, until: addDays(`${addDays(since, 31).slice(0, 7)}-01`, -1) };
    }
    default:
      return per satisfies never;
  }
}

/** Days from one to another; of a day to itself 0. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The days of a span in their order. */
export function listDays({ since, until }: DayRange): string[] {
  return Array.from({ length: Math.max(0, daysBetween(since, until) + 1) }, (_, index) =>
    addDays(since, index),
  );
}

/** Days here are dates without a place: all of them have 24 hours. */
const DAY_MS = 86_400_000;
