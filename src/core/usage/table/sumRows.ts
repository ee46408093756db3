import { compareText } from '../../compareText.ts';
import type { Dimension } from '../dimensions.ts';
import { eachRow, type Selection } from './selectRows.ts';
import { addRow, emptySum, type UsageSum } from './usageSum.ts';
import type { UsageTable } from './usageTable.ts';

/** The sum of the rows that are taken. */
export function sumSelected(table: UsageTable, selection: Selection): UsageSum {
  const sum = emptySum();
  eachRow(selection, (row) => addRow(sum, table, row));
  return sum;
}

/** A sum for each value of a dimension, whatever the filter on this dimension says; the dearest first, then by name. */
export function sumBy(
  table: UsageTable,
  selection: Selection,
  dimension: Dimension,
): [key: string, sum: UsageSum][] {
  const { keys, ids } = table.dimensions[dimension];
  const sums: (UsageSum | undefined)[] = new Array(keys.length);
  const add = (row: number) => {
    const id = ids[row]!;
    let sum = sums[id];
    if (sum === undefined) {
      sum = emptySum();
      sums[id] = sum;
    }
    addRow(sum, table, row);
  };
  eachRow(selection, add, dimension);
  return keys
    .flatMap((key, id): [string, UsageSum][] => (sums[id] === undefined ? [] : [[key, sums[id]]]))
    .sort(([a, { nanoUsd }], [b, other]) => other.nanoUsd - nanoUsd || compareText(a, b));
}
