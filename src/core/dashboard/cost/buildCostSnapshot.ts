import { addDays, type DayRange } from '../../usage/days.ts';
import { DIMENSIONS, type Dimension } from '../../usage/dimensions.ts';
import { eachRow, selectRows, type UsageFilters } from '../../usage/table/selectRows.ts';
import { sumBy, sumSelected } from '../../usage/table/sumRows.ts';
import { emptySum, joinSums, toEntry, type UsageSum } from '../../usage/table/usageSum.ts';
import { isDailyTotal, type UsageTable } from '../../usage/table/usageTable.ts';
import { labelOfSource } from '../labelOfSource.ts';
import type { UsageEntry } from '../usageEntry.ts';
import { buildBars, type HoursOf } from './buildBars.ts';
import { type CostRow, type CostSnapshot, type CostTable, SPANS, type Span } from './costSnapshot.ts';
import { type CostView, rangeBefore, rangeOf } from './costView.ts';

/** More rows than that nobody reads; their sum stands below. */
const MOST_ROWS = 20;
const NEWEST_DAYS = 30;

/** What a person has chosen to see of the costs; `today` is the local day. */
export function buildCostSnapshot(
  table: UsageTable,
  view: CostView,
  today: string,
  hoursOf: HoursOf,
): CostSnapshot {
  const range = rangeOf(view, today, knownRange(table));
  const before = rangeBefore(view.period, range);
  const selection = selectRows(table, range, view.filters);
  const total = toEntry('', sumSelected(table, selection));
  const newest = isNothing(total) ? newestRange(table, view.filters) : undefined;
  return {
    view,
    range,
    total,
    spans: SPANS.map((period) => sumSpan(table, period, view.filters, today)),
    ...(newest !== undefined && { newest }),
    ...(before !== undefined && {
      previous: toEntry('', sumSelected(table, selectRows(table, before, view.filters))),
    }),
    ...buildBars(table, selection, range, view, hoursOf),
    tables: DIMENSIONS.map((by) => toTable(table, by, sumBy(table, selection, by))),
  };
}

/** From the first day with a record to the last. */
export function knownRange({ days }: UsageTable): DayRange | undefined {
  const [since] = days.keys;
  const until = days.keys.at(-1);
  return since === undefined || until === undefined ? undefined : { since, until };
}

function isNothing({ requests, unpricedRequests }: UsageEntry): boolean {
  return requests === 0 && unpricedRequests === 0;
}

function sumSpan(table: UsageTable, period: Span['period'], filters: UsageFilters, today: string): Span {
  const rows = selectRows(table, rangeOf({ period }, today, undefined), filters);
  const { costUsd, requests, unpricedRequests } = toEntry('', sumSelected(table, rows));
  return { period, ...(costUsd !== undefined && { costUsd }), requests, unpricedRequests };
}

/** The days up to the last one that has a row. */
function newestRange(table: UsageTable, filters: UsageFilters): DayRange | undefined {
  let last = -1;
  eachRow(selectRows(table, undefined, filters), (row) => {
    last = Math.max(last, table.days.ids[row] ?? -1);
  });
  const until = table.days.keys[last];
  return until === undefined ? undefined : { since: addDays(until, 1 - NEWEST_DAYS), until };
}

function toTable(table: UsageTable, by: Dimension, sums: readonly [string, UsageSum][]): CostTable {
  const rows = sums.slice(0, MOST_ROWS).map(
    ([key, sum]): CostRow => ({
      ...toEntry(key, sum),
      lastMs: sum.lastMs,
      ...(by === 'source' && { label: labelOfSource(key) }),
      ...(by === 'session' && describeSession(table, key)),
    }),
  );
  const others = sums.slice(MOST_ROWS);
  if (others.length === 0) return { by, rows };
  const sum = others.reduce((all, [, each]) => joinSums(all, each), emptySum());
  return { by, rows, rest: { count: others.length, sum: toEntry('', sum) } };
}

/** Where a session worked: by its first call. */
function describeSession(
  { dimensions: { session, project }, timestampMs }: UsageTable,
  key: string,
): Pick<CostRow, 'project' | 'isDailyTotal'> {
  if (isDailyTotal(key)) return { isDailyTotal: true };
  const id = session.keys.indexOf(key);
  let [firstMs, name] = [Number.POSITIVE_INFINITY, ''];
  for (let row = session.ids.indexOf(id); row !== -1; row = session.ids.indexOf(id, row + 1)) {
    const [atMs, own] = [timestampMs[row] ?? 0, project.keys[project.ids[row] ?? -1] ?? ''];
    // Records are in no order that matters.
    if (atMs < firstMs || (atMs === firstMs && own < name)) [firstMs, name] = [atMs, own];
  }
  return { project: name };
}
