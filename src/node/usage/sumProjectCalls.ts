import type { UsageRow } from '../../core/usage/aggregateUsage.ts';
import { isWithin } from '../files/pathWithin.ts';

/** The model calls of agents in a folder and below it, of rows by project. */
export function sumProjectCalls(rows: readonly UsageRow[], folder: string): number {
  return rows.reduce(
    (sum, { key, requests }) => (key !== undefined && isWithin(folder, key) ? sum + requests : sum),
    0,
  );
}
