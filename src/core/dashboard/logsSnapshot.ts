import type { Quality } from '../usage/usageRecord.ts';

/** How well the logs of coding agents tell what was used: what every view over them stands on. */
export type LogsSnapshot = {
  /** Logs that were found. */
  files: number;
  /** Model calls that are known, by how well the logs tell of them. */
  qualities: Partial<Record<Quality, number>>;
  /** Lines and files that could not be read, by reason in words. */
  skips: readonly { reason: string; count: number }[];
  progress?: { done: number; of: number };
  /** What the user should know, in whole sentences; of what went wrong also the next step. */
  notices: readonly string[];
  /** What was saved of logs that their tool deletes. */
  kept?: string;
};
