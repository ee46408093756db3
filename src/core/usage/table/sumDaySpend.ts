import type { DaySpend } from '../../budget/daySpend.ts';
import { NANO, type UsageTable } from './usageTable.ts';

/** One entry for each day and project, from the day `since` on, in the order of the days. */
export function sumDaySpend(table: UsageTable, since: string): DaySpend[] {
  const { days, dimensions, nanoUsd, requests } = table;
  const projects = dimensions.project;
  const sums = new Map<number, { nanoUsd: number; unpricedRequests: number }>();
  for (let row = 0; row < table.size; row++) {
    const day = days.ids[row]!;
    if (days.keys[day]! < since) continue;
    const key = day * projects.keys.length + projects.ids[row]!;
    const sum = sums.get(key) ?? { nanoUsd: 0, unpricedRequests: 0 };
    sums.set(key, sum);
    if (Number.isNaN(nanoUsd[row]!)) sum.unpricedRequests += Math.max(requests[row]!, 1);
    else sum.nanoUsd += nanoUsd[row]!;
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, sum]) => {
      const project = projects.keys[key % projects.keys.length]!;
      return {
        day: days.keys[Math.floor(key / projects.keys.length)]!,
        ...(project !== '' && { project }),
        costUsd: sum.nanoUsd / NANO,
        unpricedRequests: sum.unpricedRequests,
      };
    });
}
