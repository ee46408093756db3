import { LAYERED_SOURCES } from '../../../core/usage/selectLayers.ts';
import type { UsageRecord } from '../../../core/usage/usageRecord.ts';

/** What is new between two versions of the ledger, as far as this process made it. */
export type ChangeLog = {
  /** A change that took the ledger from one version to the next: records that are new or say more. */
  note: (before: number, changed: readonly UsageRecord[]) => void;
  /** `undefined` where not every change between the versions was noted, and when it is asked for the first time: until then nothing is. */
  between: (from: number, to: number) => readonly UsageRecord[] | undefined;
};

/** The first read of many logs is not worth keeping. */
const MOST_RECORDS = 5000;

export function createChangeLog(): ChangeLog {
  let changes: { before: number; changed: readonly UsageRecord[] }[] = [];
  let [last, count] = [Number.NaN, 0];
  let isAskedFor = false;
  return {
    note: (before, changed) => {
      if (!isAskedFor) return;
      // Somebody else has changed it meanwhile, or there is more than is worth keeping.
      if (before !== last || count + changed.length > MOST_RECORDS) [changes, count] = [[], 0];
      last = before + 1;
      count += changed.length;
      // Which accounts of a session count is chosen among all of them.
      if (count > MOST_RECORDS || changed.some(isLayered)) [changes, count] = [[], 0];
      else changes.push({ before, changed });
    },
    between: (from, to) => {
      isAskedFor = true;
      const first = changes.findIndex(({ before }) => before === from);
      return to !== last || first === -1 ? undefined : changes.slice(first).flatMap(({ changed }) => changed);
    },
  };
}

function isLayered({ source }: UsageRecord): boolean {
  return LAYERED_SOURCES.includes(source);
}
