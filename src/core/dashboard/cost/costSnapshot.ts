import type { BarUnit, DayRange } from '../../usage/days.ts';
import type { Dimension } from '../../usage/dimensions.ts';
import type { UsageEntry } from '../usageEntry.ts';
import type { CostView } from './costView.ts';
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

/** A part that bars have in common; `isRest` stands for all that have no part of their own. */
export type Stack = { key: string; isRest?: true };

/** One unit of time; `partsUsd` are beside the snapshot's stacks. Without a priced request `costUsd` is absent. */
export type CostBar = {
  start: string;
  costUsd?: number;
  partsUsd: readonly number[];
  requests: number;
  unpricedRequests: number;
};

/** What was spent, as a person has chosen to see it. Holds keys and numbers; words are the webview's. */
export type CostSnapshot = {
  view: CostView;
  range: DayRange;
  total: UsageEntry;
  /** Of the period before; absent where there is none. */
  previous?: UsageEntry;
  /** Coarser than what was chosen where there would be too many bars. */
  unit: BarUnit;
  stacks: readonly Stack[];
  bars: readonly CostBar[];
  tables: readonly CostTable[];
  /** Absent until events were read from the logs: that takes longer, so it is asked for. */
  tools?: ToolTable;
  timeline?: SessionTimeline;
};
