import { resolve } from 'node:path';
import { type FoundLog, findLogs } from '../node/usage/findLogs.ts';
import { findOwnLedger } from '../node/usage/findOwnLedger.ts';
import { ownPlaces, placesOfHome } from '../node/usage/usagePlaces.ts';

export type FoundUsage = { logs: readonly FoundLog[]; ledgerFolder?: string };

/** The logs of a home folder, or the user's own, and the ledger that goes with them: the one that is named, or the extension's for the user's own logs. */
export function findUsage(cwd: string, home: string | undefined, ledger?: string): FoundUsage {
  const logs = findLogs(home === undefined ? ownPlaces() : placesOfHome(resolve(cwd, home)));
  const ledgerFolder = ledger === undefined ? findOwnLedger(home) : resolve(cwd, ledger);
  return { logs, ...(ledgerFolder !== undefined && { ledgerFolder }) };
}
