import { usageCostUsd } from '../cost/usageCostUsd.ts';
import { findPrice } from '../models/prices/findPrice.ts';
import type { PriceFinder } from '../models/prices/priceFinder.ts';
import { addUsd, type DayOf } from '../usage/aggregateUsage.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';

/** What a project cost on a day at list prices. `project` is absent where the logs do not tell. */
export type DaySpend = { day: string; project?: string; costUsd: number; unpricedRequests: number };

/** One entry for each day and project, from the day `since` on. */
export function sumDaySpend(
  records: Iterable<UsageRecord>,
  dayOf: DayOf,
  since: string,
  priceOf: PriceFinder = findPrice,
): DaySpend[] {
  const sums = new Map<string, DaySpend>();
  for (const record of records) {
    const day = dayOf(record.timestampMs);
    if (day < since) continue;
    const { project } = record;
    const key = `${day}${project ?? ''}`;
    const sum = sums.get(key) ?? {
      day,
      ...(project !== undefined && { project }),
      costUsd: 0,
      unpricedRequests: 0,
    };
    sums.set(key, sum);
    const costUsd = usageCostUsd(record, priceOf);
    if (costUsd === undefined) sum.unpricedRequests += Math.max(record.requests, 1);
    else sum.costUsd = addUsd(sum.costUsd, costUsd);
  }
  return [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** Of a project: a working folder with all below it, or every folder of that name. */
export function spendOf(spends: readonly DaySpend[], project: string | undefined): DaySpend[] {
  return spends.filter((spend) => project === undefined || isOfProject(spend.project, project));
}

export function sumUsd(spends: readonly DaySpend[]): number {
  return spends.reduce((sum, { costUsd }) => addUsd(sum, costUsd), 0);
}

function isOfProject(folder: string | undefined, project: string): boolean {
  if (folder === undefined) return false;
  const [own, wanted] = [slashed(folder), slashed(project)];
  return own === wanted || own.startsWith(`${wanted}/`) || own.endsWith(`/${wanted}`);
}

/** Paths of any system, without a slash at the end. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/+$/, '');
}
