import type { SkipCounts } from './logReading.ts';

/** Adds `skips` to `sum`. */
export function addSkips(sum: SkipCounts, skips: SkipCounts): void {
  for (const [reason, count] of Object.entries(skips) as [keyof SkipCounts, number][]) {
    sum[reason] = (sum[reason] ?? 0) + count;
  }
}
