import { createDayOf } from '../node/usage/localDay.ts';
import { sumProjectCalls } from '../node/usage/sumProjectCalls.ts';
import { sumLean } from '../node/usage/sumUsage.ts';
import { findUsage } from './findUsage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_PER_MONTH = 30;

/** The model calls of coding agents in a project's folder during the last 30 days, from their logs: each carried its instructions. */
export async function countProjectCalls(
  root: string,
  cwd: string,
  home: string | undefined,
  workerPath: string,
): Promise<number> {
  const since = createDayOf()(Date.now() - (DAYS_PER_MONTH - 1) * DAY_MS);
  const { rows } = await sumLean({
    ...findUsage(cwd, home),
    by: 'project',
    filter: { since },
    workerPath,
  });
  return sumProjectCalls(rows, root);
}
