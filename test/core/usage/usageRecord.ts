import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';

/** A record with what a test does not care about filled in. */
export function usageRecord(fields: Partial<UsageRecord> = {}): UsageRecord {
  return {
    key: 'claude:msg_1',
    source: 'claudeCode',
    sessionId: 'session-1',
    timestampMs: Date.UTC(2026, 6, 1, 12),
    model: 'claude-opus-5',
    requests: 1,
    quality: 'reported',
    inputTokens: 10,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: 5,
    ...fields,
  };
}
