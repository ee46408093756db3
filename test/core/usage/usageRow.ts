import type { UsageRow } from '../../../src/core/usage/aggregateUsage.ts';

/** A row with nothing used, but what a test cares about. */
export function usageRow(fields: Partial<UsageRow> = {}): UsageRow {
  return {
    key: 'claude-opus-4-8',
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: 0,
    requests: 0,
    costUsd: undefined,
    unpricedRequests: 0,
    quality: 'reported',
    ...fields,
  };
}
