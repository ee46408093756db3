import type { DayRange } from '../days.ts';
import { DIMENSIONS, type Dimension } from '../dimensions.ts';
import type { UsageTable } from './usageTable.ts';

/** At most one value for each dimension; `''` takes what the logs do not tell. */
export type UsageFilters = Readonly<Partial<Record<Dimension, string>>>;

/** Rows of a table in a range of days, and which filter alone leaves each out. */
export type Selection = {
  /** Rows that no filter, or just one, leaves out. */
  rows: Uint32Array;
  /** Beside each row: 0 where it is taken, else 1 + the index of the one dimension that leaves it out. */
  leftOutBy: Uint8Array;
};

/**
 * The rows of a range under filters. A row that one filter alone leaves out is kept with that filter's name: the table of this dimension shows it
 * still, so that another value can be chosen.
 */
export function selectRows(table: UsageTable, range: DayRange | undefined, filters: UsageFilters): Selection {
  const rows = new Uint32Array(table.size);
  const leftOutBy = new Uint8Array(table.size);
  const [firstDay, lastDay] = dayIds(table, range);
  const wanted = DIMENSIONS.flatMap((dimension, index) => {
    const value = filters[dimension];
    if (value === undefined) return [];
    const { keys, ids } = table.dimensions[dimension];
    // No row has an id of -1: what is not there selects nothing.
    return [{ mark: index + 1, ids, id: keys.indexOf(value) }];
  });
  let count = 0;
  for (let row = 0; row < table.size; row++) {
    const day = table.days.ids[row]!;
    if (day < firstDay || day > lastDay) continue;
    let [failed, by] = [0, 0];
    for (const { ids, id, mark } of wanted) {
      if (ids[row] === id) continue;
      failed += 1;
      by = mark;
    }
    if (failed > 1) continue;
    rows[count] = row;
    leftOutBy[count] = by;
    count += 1;
  }
  return { rows: rows.subarray(0, count), leftOutBy: leftOutBy.subarray(0, count) };
}

/** Calls `visit` with each row that is taken; for a dimension also those that only its own filter leaves out. */
export function eachRow(
  { rows, leftOutBy }: Selection,
  visit: (row: number) => void,
  dimension?: Dimension,
): void {
  const own = dimension === undefined ? 0 : DIMENSIONS.indexOf(dimension) + 1;
  for (let at = 0; at < rows.length; at++) {
    const by = leftOutBy[at]!;
    if (by === 0 || by === own) visit(rows[at]!);
  }
}

function dayIds({ days }: UsageTable, range: DayRange | undefined): [first: number, last: number] {
  if (range === undefined) return [0, days.keys.length - 1];
  const first = days.keys.findIndex((day) => day >= range.since);
  const last = days.keys.findLastIndex((day) => day <= range.until);
  return first === -1 ? [1, 0] : [first, last];
}
