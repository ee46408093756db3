import type { DayRange } from '../../usage/days.ts';
import type { Dimension } from '../../usage/dimensions.ts';
import type { UsageEntry } from '../usageEntry.ts';
import type { CostPeriod, CostUnit, CostView } from './costView.ts';
import type { SessionTimeline } from './sessionTimeline.ts';
import type { ToolTable } from './toolTable.ts';

/** A row of a table; a click on it filters by its key. */
export type CostRow = UsageEntry & {
  /** What a source is called. */
  label?: string;
  /** The time of its last call. */
  lastMs: number;
  /** Where a session worked; `''` where the log does not tell. */
  project?: string;
  /** What is left of a day's sessions after the retention time; it cannot be opened. */
  isDailyTotal?: true;
};

/** Rows by cost; what is beyond the dearest is summed in `rest`. */
export type CostTable = {
  by: Dimension;
  rows: readonly CostRow[];
  rest?: { count: number; sum: UsageEntry };
};

/** What something comes to; without a priced request `costUsd` is absent. */
type Spent = Pick<UsageEntry, 'costUsd' | 'requests' | 'unpricedRequests'>;

/** A part that bars have in common, and what all bars have of it; `isRest` stands for all that have no part of their own. */
export type Stack = { key: string; isRest?: true } & Spent;

/** One unit of time from a day on, of an hour from `startMs` on; `partsUsd` are beside the snapshot's stacks. */
export type CostBar = { start: string; startMs?: number; partsUsd: readonly number[] } & Spent;

/** What the days so far come to, of a day, a week and a month. */
export const SPANS = ['today', 'week', 'month'] as const satisfies readonly CostPeriod[];
export type Span = { period: (typeof SPANS)[number] } & Spent;

/** What was spent, as a person has chosen to see it. Holds keys and numbers; words are the webview's. */
export type CostSnapshot = {
  view: CostView;
  range: DayRange;
  total: UsageEntry;
  /** Of the period before; absent where there is none. */
  previous?: UsageEntry;
  /** Under the filters, whatever the period. */
  spans: readonly Span[];
  /** Where the period holds nothing: the last days that do, as many as a month has. */
  newest?: DayRange;
  /** The units that the range can be drawn in, and the one that it is drawn in. */
  units: readonly CostUnit[];
  unit: CostUnit;
  stacks: readonly Stack[];
  bars: readonly CostBar[];
  tables: readonly CostTable[];
  /** Absent until events were read from the logs: that takes longer, so it is asked for. */
  tools?: ToolTable;
  timeline?: SessionTimeline;
};
