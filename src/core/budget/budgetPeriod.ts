import { weekOf } from '../usage/days.ts';
import type { Period } from './budget.ts';

/** First and last day of a period, both included: `2026-11-01`, `2026-11-30`. */
export type DaySpan = { since: string; until: string };

/** The day, the week from Monday on, or the month that a day lies in. */
export function periodAround(per: Period, day: string): DaySpan {
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

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one to another; of a day to itself 0. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The days of a span in their order. */
export function listDays({ since, until }: DaySpan): string[] {
  return Array.from({ length: Math.max(0, daysBetween(since, until) + 1) }, (_, index) =>
    addDays(since, index),
  );
}

/** Days here are dates without a place: all of them have 24 hours. */
const DAY_MS = 86_400_000;
