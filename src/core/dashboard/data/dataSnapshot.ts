/** A folder or file where logs may be, and how many there are. */
export type LookedPlace = { path: string; files: number };

/** What is known of one tool. */
export type SourceState = {
  label: string;
  /** Where we looked; those with logs first. */
  places: readonly LookedPlace[];
  files: number;
  /** Model calls that the ledger holds one by one, and days that it holds in sum. */
  records: number;
  dailyTotals: number;
  /** Of the last call. */
  lastMs?: number;
};

/** What the numbers of all views over the logs stand on. */
export type DataSnapshot = {
  /** Where the ledger is kept, and how. */
  folder: string;
  store: 'sqlite' | 'jsonLines';
  /** Single records are kept for so long; then they become daily totals. */
  retentionDays: number;
  /** When this window has read the logs last; absent where another one does. */
  readMs?: number;
  firstDay?: string;
  /** Homes of Windows in which logs were found, seen from the Linux that runs in it. */
  windowsHomes: readonly string[];
  /** Tools with logs or records first. */
  sources: readonly SourceState[];
};
