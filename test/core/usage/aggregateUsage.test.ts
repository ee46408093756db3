import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateUsage, GROUPINGS } from '../../../src/core/usage/aggregateUsage.ts';
import { weekOf } from '../../../src/core/usage/days.ts';
import { usageRecord } from './usageRecord.ts';

const utcDay = (timestampMs: number) => new Date(timestampMs).toISOString().slice(0, 10);

describe('aggregateUsage', () => {
  it('sums records by key, the most expensive first', () => {
    const records = [
      usageRecord({
        model: 'claude-haiku-4-5',
        inputTokens: 1_000_000,
        outputTokens: 0,
        cacheWrite1hTokens: 7,
      }),
      usageRecord({ inputTokens: 1_000_000, outputTokens: 1_000_000, cacheReadTokens: 1_000_000 }),
      usageRecord({ inputTokens: 1_000_000, outputTokens: 0, quality: 'reported-partial' }),
    ];
    expect(aggregateUsage(records, 'model', utcDay)).toEqual([
      {
        key: 'claude-opus-5',
        inputTokens: 2_000_000,
        cacheReadTokens: 1_000_000,
        cacheWrite5mTokens: 0,
        cacheWrite1hTokens: 0,
        outputTokens: 1_000_000,
        requests: 2,
        costUsd: 35.5,
        unpricedRequests: 0,
        quality: 'reported-partial',
      },
      expect.objectContaining({ key: 'claude-haiku-4-5', costUsd: 1.000014, quality: 'reported' }),
    ]);
  });

  it('counts what has no price apart, and gives it none', () => {
    const unknown = usageRecord({ model: 'brand-new', requests: 3 });
    const [row] = aggregateUsage(
      [unknown, usageRecord({ model: 'brand-new', requests: 0 })],
      'source',
      utcDay,
    );
    expect(row).toMatchObject({ requests: 3, costUsd: undefined, unpricedRequests: 4 });
  });

  it('puts what a log does not tell under no key', () => {
    const { project: _, ...record } = usageRecord({ project: '/p' });
    expect(aggregateUsage([record], 'project', utcDay)).toMatchObject([{ key: undefined, requests: 1 }]);
  });

  it('makes weeks begin on Monday, also over the turn of a year', () => {
    expect(['2026-11-22', '2026-11-23', '2027-01-01'].map(weekOf)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-12-28',
    ]);
  });

  it('takes the days of a filter as included', () => {
    const days = [1, 2, 3, 4].map((day) => usageRecord({ timestampMs: Date.UTC(2026, 6, day, 23, 59) }));
    const rows = aggregateUsage(days, 'day', utcDay, { since: '2026-07-02', until: '2026-07-03' });
    expect(rows.map(({ key }) => key)).toEqual(['2026-07-02', '2026-07-03']);
  });

  it('gives the same sums in any order and by anything', () => {
    const record = fc.record({
      timestampMs: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11) }),
      model: fc.constantFrom('claude-opus-5', 'gpt-5.5', 'gpt-5.4-mini', 'unknown'),
      sessionId: fc.constantFrom('a', 'b'),
      inputTokens: fc.nat(400_000),
      cacheReadTokens: fc.nat(400_000),
      outputTokens: fc.nat(50_000),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), fc.constantFrom(...GROUPINGS), (fields, grouping) => {
        const records = fields.map((each) => usageRecord(each));
        const rows = aggregateUsage(records, grouping, utcDay);
        expect(aggregateUsage(records.toReversed(), grouping, utcDay)).toEqual(rows);
        const [all] = aggregateUsage(records, 'source', utcDay);
        expect(rows.reduce((sum, { inputTokens }) => sum + inputTokens, 0)).toBe(all?.inputTokens ?? 0);
        expect(rows.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0)).toBeCloseTo(all?.costUsd ?? 0, 6);
      }),
    );
  });
});
