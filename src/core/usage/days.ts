const DAY_MS = 86_400_000;

/** The units of time that a chart has a bar for. */
export const BAR_UNITS = ['day', 'week', 'month'] as const;
export type BarUnit = (typeof BAR_UNITS)[number];

/** Both days included, as `2026-11-22`. */
export type DayRange = { since: string; until: string };

/** The day so many days later; earlier where the number is negative. */
export function addDays(day: string, days: number): string {
  return new Date(toMs(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a range has, its last one too. */
export function countDays({ since, until }: DayRange): number {
  return Math.round((toMs(until) - toMs(since)) / DAY_MS) + 1;
}

/** Monday of the week that a day lies in. */
export function weekOf(day: string): string {
  const sinceMonday = (new Date(toMs(day)).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** The first day of the unit that a day lies in. */
export function startOfUnit(day: string, unit: BarUnit): string {
  if (unit === 'day') return day;
  return unit === 'week' ? weekOf(day) : `${day.slice(0, 7)}-01`;
}

/** The first days of all units that a range touches, in order. */
export function listUnits({ since, until }: DayRange, unit: BarUnit): string[] {
  const starts: string[] = [];
  for (let day = startOfUnit(since, unit); day <= until; day = nextUnit(day, unit)) starts.push(day);
  return starts;
}

/** The same day of the month before, or its last one where it has fewer. */
export function monthBefore(day: string): string {
  const lastOfMonth = addDays(startOfUnit(day, 'month'), -1);
  const sameDay = `${lastOfMonth.slice(0, 7)}${day.slice(7)}`;
  return sameDay < lastOfMonth ? sameDay : lastOfMonth;
}

function nextUnit(start: string, unit: BarUnit): string {
  if (unit === 'day') return addDays(start, 1);
  return unit === 'week' ? addDays(start, 7) : startOfUnit(addDays(start, 31), 'month');
}

function toMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
