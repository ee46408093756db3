import type { LocalNow } from '../core/budget/periodState.ts';

const createDay = (now: Date, daysLater: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater).getTime();

/** The local day and how much of it is over; days on which clocks change are longer or shorter. */
export function localNow(dayOf: (timestampMs: number) => string): LocalNow {
  const now = new Date();
  const [start, end] = [createDay(now, 0), createDay(now, 1)];
  return { day: dayOf(now.getTime()), dayShare: (now.getTime() - start) / (end - start) };
}
