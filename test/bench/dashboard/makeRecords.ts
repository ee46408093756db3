import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';

const DAY_MS = 86_400_000;
const MODELS = [
  'claude-opus-4-6',
  'claude-haiku-4-5-20251001',
  'gpt-5.4',
  'gpt-5.4-mini',
  'gemini-2.0-flash',
  'no-such-model',
];

/** So many calls of 90 days: 1,500 sessions in 40 folders, six models, one of them without a price. */
export function makeRecords(count: number, untilMs: number): UsageRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `call:${index}`,
    source: index % 3 === 0 ? 'codex' : 'claudeCode',
    sessionId: `session-${index % 1500}`,
    project: `/home/ada/projects/project-${(index % 1500) % 40}`,
    timestampMs: Math.round(untilMs - (index * 90 * DAY_MS) / count),
    model: MODELS[index % MODELS.length]!,
    inputTokens: index % 977,
    cacheReadTokens: (index * 7) % 90_000,
    cacheWrite5mTokens: index % 3000,
    outputTokens: index % 1300,
    requests: 1,
    quality: 'reported',
  }));
}
