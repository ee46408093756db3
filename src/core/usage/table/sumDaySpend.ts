import type { DaySpend } from '../../budget/daySpend.ts';
import { compareText } from '../../compareText.ts';
import { NANO, type UsageTable } from './usageTable.ts';

/** One entry for each day and project, from the day `since` on, in the order of days and projects. */
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
    .map(([key, sum]) => ({
      day: days.keys[Math.floor(key / projects.keys.length)]!,
      project: projects.keys[key % projects.keys.length]!,
      ...sum,
    }))
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.project, b.project))
    .map(({ day, project, nanoUsd: nano, unpricedRequests }) => ({
      day,
      ...(project !== '' && { project }),
      costUsd: nano / NANO,
      unpricedRequests,
    }));
}
