import { describe, expect, it } from 'vitest';
import { buildSessionTimeline } from '../../../../src/core/dashboard/cost/sessionTimeline.ts';
import type { UsageRecord } from '../../../../src/core/usage/usageRecord.ts';
import { usageRecord } from '../../usage/usageRecord.ts';

const call = (second: number, contextTokens: number, fields: Partial<UsageRecord> = {}) =>
  usageRecord({ key: `${second}`, timestampMs: second * 1000, inputTokens: contextTokens, ...fields });

describe('buildSessionTimeline', () => {
  it('has a point for each call in order, with context and cost', () => {
    const timeline = buildSessionTimeline([
      call(2, 0, { inputTokens: 100, cacheReadTokens: 900, cacheWrite1hTokens: 50, outputTokens: 7 }),
      call(1, 100, { project: '/p' }),
    ]);
    expect(timeline).toMatchObject({ session: 'session-1', source: 'claudeCode', agents: { calls: 0 } });
    expect(timeline?.points).toEqual([
      expect.objectContaining({ timestampMs: 1000, contextTokens: 100, marks: [] }),
      {
        timestampMs: 2000,
        calls: 1,
        contextTokens: 1050,
        outputTokens: 7,
        costUsd: 0.001625,
        model: 'claude-opus-5',
        marks: [],
      },
    ]);
  });

  it('marks changes of the model, compactions that the log tells of, and contexts that fell', () => {
    const timeline = buildSessionTimeline(
      [
        call(1, 100_000),
        call(2, 20_000),
        call(3, 120_000),
        call(5, 30_000),
        call(6, 29_000, { model: 'gpt-5.4' }),
      ],
      [4000],
    );
    expect(timeline?.points.map(({ marks }) => marks)).toEqual([
      [],
      ['contextFell'],
      [],
      ['compaction'],
      ['modelChange'],
    ]);
  });

  it('sums the calls of sub-agents apart: their contexts are others', () => {
    const timeline = buildSessionTimeline([
      call(1, 100_000),
      call(2, 1000, { agentId: 'a' }),
      call(3, 101_000),
      call(4, 1000, { agentId: 'a', model: 'nobody-knows' }),
    ]);
    expect(timeline?.points.map(({ marks }) => marks)).toEqual([[], []]);
    expect(timeline?.agents).toEqual({ calls: 2, costUsd: 0.005125 });
  });

  it('joins neighbours where there are very many, and loses no mark, call or cent', () => {
    const records = Array.from({ length: 1000 }, (_, index) =>
      call(index, 1000, { model: index < 500 ? 'a' : 'claude-opus-5' }),
    );
    const points = buildSessionTimeline(records)?.points ?? [];
    expect(points).toHaveLength(250);
    expect(points.reduce((sum, { calls }) => sum + calls, 0)).toBe(1000);
    expect(points.filter(({ marks }) => marks.includes('modelChange'))).toHaveLength(1);
    expect(points.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0)).toBeCloseTo(500 * 0.005125, 9);
  });

  it('is nothing without a call', () => {
    expect(buildSessionTimeline([])).toBeUndefined();
  });
});
