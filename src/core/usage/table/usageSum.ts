import type { UsageEntry } from '../../dashboard/usageEntry.ts';
import { QUALITIES } from '../usageRecord.ts';
import { NANO, type UsageTable } from './usageTable.ts';

/** What rows of a table come to; unknown tokens count as none and show in the quality. */
export type UsageSum = {
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  requests: number;
  nanoUsd: number;
  pricedRows: number;
  unpricedRequests: number;
  /** Index of the worst of `QUALITIES`. */
  quality: number;
  /** The latest time; 0 without rows. */
  lastMs: number;
};

export function emptySum(): UsageSum {
  return {
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    requests: 0,
    nanoUsd: 0,
    pricedRows: 0,
    unpricedRequests: 0,
    quality: 0,
    lastMs: 0,
  };
}

/** Adds one row of the table. */
export function addRow(sum: UsageSum, table: UsageTable, row: number): void {
  sum.inputTokens += table.inputTokens[row]! || 0;
  sum.cacheReadTokens += table.cacheReadTokens[row]! || 0;
  sum.cacheWriteTokens += table.cacheWriteTokens[row]!;
  sum.outputTokens += table.outputTokens[row]! || 0;
  sum.requests += table.requests[row]!;
  const nanoUsd = table.nanoUsd[row]!;
  // A call inside another request counts as none, but its price must not be missing in silence.
  if (Number.isNaN(nanoUsd)) sum.unpricedRequests += Math.max(table.requests[row]!, 1);
  else {
    sum.nanoUsd += nanoUsd;
    sum.pricedRows += 1;
  }
  if (table.quality[row]! > sum.quality) sum.quality = table.quality[row]!;
  if (table.timestampMs[row]! > sum.lastMs) sum.lastMs = table.timestampMs[row]!;
}

/** The sum of two. */
export function joinSums(a: UsageSum, b: UsageSum): UsageSum {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    requests: a.requests + b.requests,
    nanoUsd: a.nanoUsd + b.nanoUsd,
    pricedRows: a.pricedRows + b.pricedRows,
    unpricedRequests: a.unpricedRequests + b.unpricedRequests,
    quality: Math.max(a.quality, b.quality),
    lastMs: Math.max(a.lastMs, b.lastMs),
  };
}

/** In dollars; `undefined` where nothing has a price. */
export function usdOf({ nanoUsd, pricedRows }: UsageSum): number | undefined {
  return pricedRows === 0 ? undefined : nanoUsd / NANO;
}

export function toEntry(key: string, sum: UsageSum): UsageEntry {
  const { nanoUsd: _nano, pricedRows: _rows, lastMs: _last, quality, ...counts } = sum;
  const costUsd = usdOf(sum);
  return { key, ...counts, ...(costUsd !== undefined && { costUsd }), quality: QUALITIES[quality]! };
}
