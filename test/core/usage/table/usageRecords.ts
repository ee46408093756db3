import fc from 'fast-check';
import type { UsageRecord } from '../../../../src/core/usage/usageRecord.ts';
import { usageRecord } from '../usageRecord.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The last day that records of `usageRecords` may have. */
export const TODAY = '2026-11-22';
const START_MS = Date.parse('2026-08-20T00:00:00Z');

export const utcDay = (timestampMs: number) => new Date(timestampMs).toISOString().slice(0, 10);
export const utcHours = (day: string) =>
  Array.from({ length: 24 }, (_, hour) => Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS);

/** Records of a hundred days; few values, so that they meet, and some of them unknown, unpriced or for several calls. */
export function usageRecords(): fc.Arbitrary<UsageRecord[]> {
  const tokens = fc.option(fc.nat(1_000_000), { nil: undefined });
  const fields = fc.record({
    day: fc.nat(94),
    model: fc.constantFrom('claude-opus-4-6', 'claude-haiku-4-5', 'gpt-4o-mini', 'nobody-knows', undefined),
    project: fc.constantFrom('/a', '/b', '<img src=x onerror=alert(1)>', undefined),
    sessionId: fc.constantFrom('s1', 's2', 's3', 'day 2026-09-01'),
    source: fc.constantFrom('claudeCode' as const, 'codex' as const),
    quality: fc.constantFrom('reported' as const, 'estimated' as const),
    requests: fc.constantFrom(0, 1, 1, 1, 7),
    inputTokens: tokens,
    cacheReadTokens: tokens,
    outputTokens: tokens,
  });
  return fc.array(fields, { maxLength: 60 }).map((all) =>
    all.map(({ day, ...rest }, index) => {
      const timestampMs = START_MS + day * DAY_MS + index;
      const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const {
        model: _model,
        inputTokens: _in,
        cacheReadTokens: _read,
        outputTokens: _out,
        ...bare
      } = usageRecord();
      return { ...bare, ...known, key: `k${index}`, timestampMs };
    }),
  );
}
