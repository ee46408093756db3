import { describe, expect, it } from 'vitest';
import type { UsageRow } from '../../../src/core/usage/aggregateUsage.ts';
import { sumProjectCalls } from '../../../src/node/usage/sumProjectCalls.ts';

function row(key: string | undefined, requests: number): UsageRow {
  const none = { inputTokens: 0, cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0 };
  return { key, requests, ...none, outputTokens: 0, costUsd: 0, unpricedRequests: 0, quality: 'reported' };
}

describe('sumProjectCalls', () => {
  it('counts the calls in a folder and below it, and no others', () => {
    const rows = [row('/w/app', 5), row('/w/app/web', 2), row('/w/apple', 7), row(undefined, 9)];
    expect(sumProjectCalls(rows, '/w/app')).toBe(7);
  });
});
