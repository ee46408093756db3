import { addUsd, type UsageRow, worseOf } from '../usage/aggregateUsage.ts';
import type { Quality } from '../usage/usageRecord.ts';

/** What was used, of one day, model or source. */
export type UsageEntry = {
  /** The day, the model …; `unknown` where the logs do not tell. */
  key: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  requests: number;
  /** At list prices; absent where no request has a known price. */
  costUsd?: number;
  unpricedRequests: number;
  quality: Quality;
};

export type UsagePeriod = { title: string; total: UsageEntry };

/** What was really spent, from the logs of coding agents, and how well the logs tell. */
export type UsageSnapshot = {
  /** Today, the last 7, the last 30 days, and all that is known. */
  periods: readonly UsagePeriod[];
  /** Of the last 30 days, the newest first. */
  days: readonly UsageEntry[];
  months: readonly UsageEntry[];
  models: readonly UsageEntry[];
  sources: readonly UsageEntry[];
  /** Logs that were read. */
  files: number;
  /** Model calls that are known, by how well the logs tell of them. */
  qualities: Partial<Record<Quality, number>>;
  /** Lines and files that could not be read, by reason in words. */
  skips: readonly { reason: string; count: number }[];
  progress?: { done: number; of: number };
  /** What the user should know, in whole sentences. */
  notices: readonly string[];
};

/** The entry of a row. */
export function toUsageEntry(row: UsageRow): UsageEntry {
  const { key = 'unknown', cacheWrite5mTokens, cacheWrite1hTokens, costUsd, ...rest } = row;
  return {
    ...rest,
    key,
    cacheWriteTokens: cacheWrite5mTokens + cacheWrite1hTokens,
    ...(costUsd !== undefined && { costUsd }),
  };
}

/** The sum of rows under another name. */
export function sumUsageRows(key: string, rows: readonly UsageRow[]): UsageEntry {
  const entries = rows.map(toUsageEntry);
  const sum = (read: (entry: UsageEntry) => number) =>
    entries.reduce((total, entry) => total + read(entry), 0);
  const priced = entries.flatMap(({ costUsd }) => costUsd ?? []);
  return {
    key,
    inputTokens: sum((entry) => entry.inputTokens),
    cacheReadTokens: sum((entry) => entry.cacheReadTokens),
    cacheWriteTokens: sum((entry) => entry.cacheWriteTokens),
    outputTokens: sum((entry) => entry.outputTokens),
    requests: sum((entry) => entry.requests),
    ...(priced.length > 0 && { costUsd: priced.reduce(addUsd, 0) }),
    unpricedRequests: sum((entry) => entry.unpricedRequests),
    quality: entries.map(({ quality }) => quality).reduce(worseOf, 'reported'),
  };
}
