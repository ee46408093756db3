import { aggregateUsage } from '../../../src/core/usage/aggregateUsage.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { createDayOf } from '../../../src/node/usage/localDay.ts';

/** Input, cache reads, output and requests of each source. */
export function sumsBySource(records: readonly UsageRecord[]): Record<string, number[]> {
  const rows = aggregateUsage(records, 'source', createDayOf());
  const sums = rows.map(({ key, inputTokens, cacheReadTokens, outputTokens, requests }) => [
    key,
    [inputTokens, cacheReadTokens, outputTokens, requests],
  ]);
  return Object.fromEntries(sums);
}
