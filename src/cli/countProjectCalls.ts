import { resolve } from 'node:path';
import { findLogs } from '../node/usage/findLogs.ts';
import { findOwnLedger } from '../node/usage/findOwnLedger.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import { sumProjectCalls } from '../node/usage/sumProjectCalls.ts';
import { sumLean } from '../node/usage/sumUsage.ts';
import { ownPlaces, placesOfHome } from '../node/usage/usagePlaces.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_PER_MONTH = 30;

/** The model calls of coding agents in a project's folder during the last 30 days, from their logs: each carried its instructions. */
export async function countProjectCalls(
  root: string,
  cwd: string,
  home: string | undefined,
  workerPath: string,
): Promise<number> {
  const places = home === undefined ? ownPlaces() : placesOfHome(resolve(cwd, home));
  const ledgerFolder = findOwnLedger(home);
  const since = createDayOf()(Date.now() - (DAYS_PER_MONTH - 1) * DAY_MS);
  const { rows } = await sumLean({
    logs: findLogs(places),
    by: 'project',
    filter: { since },
    workerPath,
    ...(ledgerFolder !== undefined && { ledgerFolder }),
  });
  return sumProjectCalls(rows, root);
}
