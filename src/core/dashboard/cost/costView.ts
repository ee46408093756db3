import { addDays, BAR_UNITS, countDays, type DayRange, monthBefore, startOfUnit } from '../../usage/days.ts';
import type { UsageFilters } from '../../usage/table/selectRows.ts';

export const COST_PERIODS = ['today', 'week', 'month', '7days', '30days', '90days', 'all', 'custom'] as const;
export type CostPeriod = (typeof COST_PERIODS)[number];

/** The units of time that the cost chart has a bar for, the finest first. */
export const COST_UNITS = ['hour', ...BAR_UNITS] as const;
export type CostUnit = (typeof COST_UNITS)[number];

/** What each bar is made of. */
export const STACKINGS = ['tier', 'model'] as const;
export type Stacking = (typeof STACKINGS)[number];

/** What a person has chosen to look at. */
export type CostView = {
  period: CostPeriod;
  /** The range of a custom period. */
  range?: DayRange;
  /** Where a custom period was chosen from: the way back. */
  back?: { period: Exclude<CostPeriod, 'custom'>; unit: CostUnit };
  unit: CostUnit;
  stackBy: Stacking;
  filters: UsageFilters;
  /** The session whose calls are shown one by one. */
  session?: string;
};

/** What becomes different. A session of `''` is closed. */
export type CostChange = Partial<Omit<CostView, 'back'>>;

export const FIRST_VIEW: CostView = { period: '30days', unit: 'day', stackBy: 'tier', filters: {} };

/** The view with what becomes different: changes that follow each other quickly do not undo one another. */
export function changeView(view: CostView, change: CostChange): CostView {
  const { session, back: _, ...changed } = { ...view, ...change };
  const back = wayBack(view, changed.period);
  return {
    ...changed,
    ...(back !== undefined && { back }),
    ...(session !== undefined && session !== '' && { session }),
  };
}

function wayBack({ period, unit, back }: CostView, next: CostPeriod): CostView['back'] {
  if (next !== 'custom') return undefined;
  return period === 'custom' ? back : { period, unit };
}

const DAYS_OF = { today: 1, '7days': 7, '30days': 30, '90days': 90 } as const;

/** The days of a period; `known` are those with records. */
export function rangeOf(
  { period, range }: Pick<CostView, 'period' | 'range'>,
  today: string,
  known: DayRange | undefined,
): DayRange {
  if (period === 'custom') return clampRange(range ?? { since: today, until: today }, today, known);
  if (period === 'week' || period === 'month') return { since: startOfUnit(today, period), until: today };
  if (period === 'all') return known ?? { since: today, until: today };
  return { since: addDays(today, 1 - DAYS_OF[period]), until: today };
}

/** What a period is compared with: as many days before it, of a week or a month the same days of the one before. Nothing comes before all. */
export function rangeBefore(period: CostPeriod, range: DayRange): DayRange | undefined {
  if (period === 'all') return undefined;
  if (period === 'week') return { since: addDays(range.since, -7), until: addDays(range.until, -7) };
  if (period === 'month') return { since: monthBefore(range.since), until: monthBefore(range.until) };
  const until = addDays(range.since, -1);
  return { since: addDays(until, 1 - countDays(range)), until };
}

/** In order, and within the days that there can be records of: nobody waits for the bars of a thousand years. */
function clampRange({ since, until }: DayRange, today: string, known: DayRange | undefined): DayRange {
  const first = minDay(known?.since ?? today, today);
  const last = maxDay(known?.until ?? today, today);
  const clamp = (day: string) => minDay(maxDay(day, first), last);
  return { since: clamp(minDay(since, until)), until: clamp(maxDay(since, until)) };
}

function minDay(a: string, b: string): string {
  return a < b ? a : b;
}

function maxDay(a: string, b: string): string {
  return a > b ? a : b;
}
