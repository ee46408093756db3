import {
  BAR_UNITS,
  type BarUnit,
  countDays,
  type DayRange,
  listUnits,
  startOfUnit,
} from '../../usage/days.ts';
import { eachRow, type Selection } from '../../usage/table/selectRows.ts';
import { sumBy } from '../../usage/table/sumRows.ts';
import { addRow, emptySum, usdOf } from '../../usage/table/usageSum.ts';
import { NANO, type UsageTable } from '../../usage/table/usageTable.ts';
import type { CostBar, CostSnapshot, Stack } from './costSnapshot.ts';
import type { CostView } from './costView.ts';

/** More bars than that could not be told apart, nor pointed at. */
const MOST_BARS = 120;
const DAYS_OF = { day: 1, week: 7, month: 30 } as const satisfies Record<BarUnit, number>;
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
): Pick<CostSnapshot, 'unit' | 'stacks' | 'bars'> {
  const unit = unitFor(range, view.unit);
  const starts = listUnits(range, unit);
  const stacks = listStacks(table, selection, view.stackBy);
  const stackOf = assignStacks(table.dimensions[view.stackBy].keys, stacks);
  const places = new Map(starts.map((start, place) => [start, place]));
  const barOf = table.days.keys.map((day) => places.get(startOfUnit(day, unit)) ?? -1);
  const sums = starts.map(() => ({ sum: emptySum(), parts: stacks.map(() => 0) }));
  const stackIds = table.dimensions[view.stackBy].ids;
  eachRow(selection, (row) => {
    const bar = sums[barOf[table.days.ids[row] ?? -1] ?? -1];
    if (bar === undefined) return;
    addRow(bar.sum, table, row);
    const stack = stackOf[stackIds[row] ?? -1] ?? -1;
    bar.parts[stack] = (bar.parts[stack] ?? 0) + (table.nanoUsd[row] || 0);
  });
  const bars = sums.map(({ sum, parts }, place): CostBar => {
    const costUsd = usdOf(sum);
    return {
      start: starts[place] ?? '',
      ...(costUsd !== undefined && { costUsd }),
      partsUsd: parts.map((nano) => nano / NANO),
      requests: sum.requests,
      unpricedRequests: sum.unpricedRequests,
    };
  });
  return { unit, stacks, bars };
}

function unitFor(range: DayRange, wanted: BarUnit): BarUnit {
  const days = countDays(range);
  const units = BAR_UNITS.slice(BAR_UNITS.indexOf(wanted));
  return units.find((unit) => days / DAYS_OF[unit] <= MOST_BARS) ?? 'month';
}

function listStacks(table: UsageTable, selection: Selection, by: CostView['stackBy']): Stack[] {
  const used = sumBy(table, selection, by).map(([key]) => key);
  if (by === 'tier') return TIER_ORDER.filter((tier) => used.includes(tier)).map((key) => ({ key }));
  const own = used.slice(0, MOST_PARTS).map((key) => ({ key }));
  return used.length > MOST_PARTS ? [...own, { key: '', isRest: true }] : own;
}

/** For each key the place of its stack. */
function assignStacks(keys: readonly string[], stacks: readonly Stack[]): number[] {
  const rest = stacks.findIndex(({ isRest }) => isRest === true);
  return keys.map((key) => {
    const own = stacks.findIndex((stack) => stack.key === key && stack.isRest !== true);
    return own === -1 ? rest : own;
  });
}
