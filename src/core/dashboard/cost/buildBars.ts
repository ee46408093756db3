import { countDays, type DayRange, listUnits, startOfUnit } from '../../usage/days.ts';
import { eachRow, type Selection } from '../../usage/table/selectRows.ts';
import { sumBy } from '../../usage/table/sumRows.ts';
import { addRow, emptySum, type UsageSum, usdOf } from '../../usage/table/usageSum.ts';
import { isDailyTotal, NANO, type UsageTable } from '../../usage/table/usageTable.ts';
import type { CostBar, CostSnapshot, Stack } from './costSnapshot.ts';
import { COST_UNITS, type CostUnit, type CostView } from './costView.ts';

/** When each local hour of a day begins: 23, 24 or 25 times, in order. */
export type HoursOf = (day: string) => readonly number[];

/** More bars than that could not be told apart, nor pointed at. */
const MOST_BARS = 120;
const DAYS_OF = { hour: 1 / 24, day: 1, week: 7, month: 30 } as const satisfies Record<CostUnit, number>;
/** Models that have a part of their own: as many as there are colours. */
const MOST_PARTS = 6;
/** The dearest tier at the bottom; what is of no known tier at the top. */
const TIER_ORDER = ['think', 'execute', 'bulk', 'none', ''];

/** A bar for each unit of the range, also where nothing was used. */
export function buildBars(
  table: UsageTable,
  selection: Selection,
  range: DayRange,
  view: Pick<CostView, 'unit' | 'stackBy'>,
  hoursOf: HoursOf,
): Pick<CostSnapshot, 'unit' | 'units' | 'stacks' | 'bars'> {
  const units = unitsOf(range, holdsTotals(table, selection));
  const unit = unitFor(units, view.unit);
  const { starts, placeOf } = unit === 'hour' ? layHours(table, range, hoursOf) : layDays(table, range, unit);
  const stacks = listStacks(table, selection, view.stackBy);
  const stackOf = assignStacks(table.dimensions[view.stackBy].keys, stacks);
  const stackIds = table.dimensions[view.stackBy].ids;
  const stackSums = stacks.map(emptySum);
  const sums = starts.map(() => ({ sum: emptySum(), parts: stacks.map(() => 0) }));
  eachRow(selection, (row) => {
    const bar = sums[placeOf(row)];
    if (bar === undefined) return;
    addRow(bar.sum, table, row);
    const stack = stackOf[stackIds[row] ?? -1] ?? -1;
    bar.parts[stack] = (bar.parts[stack] ?? 0) + (table.nanoUsd[row] || 0);
    const stackSum = stackSums[stack];
    if (stackSum !== undefined) addRow(stackSum, table, row);
  });
  return {
    unit,
    units,
    stacks: stacks.map((stack, place) => ({ ...stack, ...describeSum(stackSums[place] ?? emptySum()) })),
    bars: sums.map(({ sum, parts }, place) => ({
      ...(starts[place] ?? { start: range.since }),
      ...describeSum(sum),
      partsUsd: parts.map((nano) => nano / NANO),
    })),
  };
}

function describeSum(sum: UsageSum): Pick<CostBar, 'costUsd' | 'requests' | 'unpricedRequests'> {
  const costUsd = usdOf(sum);
  const { requests, unpricedRequests } = sum;
  return { ...(costUsd !== undefined && { costUsd }), requests, unpricedRequests };
}

/** Units that a range has several bars of, but not too many. Of daily totals nobody knows the hour. */
function unitsOf(range: DayRange, hasTotals: boolean): CostUnit[] {
  const days = countDays(range);
  if (days === 1) return hasTotals ? ['day'] : ['hour'];
  const units = COST_UNITS.filter((unit) => days / DAYS_OF[unit] <= MOST_BARS || unit === 'month');
  return hasTotals ? units.filter((unit) => unit !== 'hour') : units;
}

/** What was wanted, or the next coarser one that there is. */
function unitFor(units: readonly CostUnit[], wanted: CostUnit): CostUnit {
  const coarser = COST_UNITS.slice(COST_UNITS.indexOf(wanted));
  return coarser.find((unit) => units.includes(unit)) ?? units.at(-1) ?? 'day';
}

function holdsTotals({ dimensions: { session } }: UsageTable, selection: Selection): boolean {
  const isTotal = session.keys.map(isDailyTotal);
  if (!isTotal.includes(true)) return false;
  let holds = false;
  eachRow(selection, (row) => {
    holds ||= isTotal[session.ids[row] ?? -1] === true;
  });
  return holds;
}

/** When the bars begin, and the one that a row belongs to; -1 where it belongs to none. */
type Layout = { starts: Pick<CostBar, 'start' | 'startMs'>[]; placeOf: (row: number) => number };

function layDays(table: UsageTable, range: DayRange, unit: Exclude<CostUnit, 'hour'>): Layout {
  const starts = listUnits(range, unit);
  const places = new Map(starts.map((start, place) => [start, place]));
  const placeOfDay = table.days.keys.map((day) => places.get(startOfUnit(day, unit)) ?? -1);
  return {
    starts: starts.map((start) => ({ start })),
    placeOf: (row) => placeOfDay[table.days.ids[row] ?? -1] ?? -1,
  };
}

function layHours(table: UsageTable, range: DayRange, hoursOf: HoursOf): Layout {
  const starts = listUnits(range, 'day').flatMap((day) =>
    hoursOf(day).map((startMs) => ({ start: day, startMs })),
  );
  return {
    starts,
    placeOf: (row) => starts.findLastIndex(({ startMs }) => startMs <= (table.timestampMs[row] ?? 0)),
  };
}

function listStacks(
  table: UsageTable,
  selection: Selection,
  by: CostView['stackBy'],
): Pick<Stack, 'key' | 'isRest'>[] {
  const used = sumBy(table, selection, by).map(([key]) => key);
  if (by === 'tier') return TIER_ORDER.filter((tier) => used.includes(tier)).map((key) => ({ key }));
  const own = used.slice(0, MOST_PARTS).map((key) => ({ key }));
  return used.length > MOST_PARTS ? [...own, { key: '', isRest: true }] : own;
}

/** For each key the place of its stack. */
function assignStacks(keys: readonly string[], stacks: readonly Pick<Stack, 'key' | 'isRest'>[]): number[] {
  const rest = stacks.findIndex(({ isRest }) => isRest === true);
  return keys.map((key) => {
    const own = stacks.findIndex((stack) => stack.key === key && stack.isRest !== true);
    return own === -1 ? rest : own;
  });
}
