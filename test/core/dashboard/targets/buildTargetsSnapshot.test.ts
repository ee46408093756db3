import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTargetsSnapshot } from '../../../../src/core/dashboard/targets/buildTargetsSnapshot.ts';
import { countEvents } from '../../../../src/core/dashboard/targets/countEvents.ts';
import {
  KPI_IDS,
  type KpiId,
  type TargetPeriod,
} from '../../../../src/core/dashboard/targets/targetsSnapshot.ts';
import { createUsageTable } from '../../../../src/core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../../../src/core/usage/usageRecord.ts';
import { TODAY, usageRecords, utcDay } from '../../usage/table/usageRecords.ts';
import { usageRecord } from '../../usage/usageRecord.ts';

const build = (records: readonly UsageRecord[], period: TargetPeriod = '7days') =>
  buildTargetsSnapshot(createUsageTable(records, utcDay), period, TODAY);
const kpiOf = (records: readonly UsageRecord[], id: KpiId) =>
  build(records).kpis.find((kpi) => kpi.id === id) ?? expect.fail(id);
const call = (fields: Partial<UsageRecord> = {}, day = TODAY) =>
  usageRecord({ timestampMs: Date.parse(`${day}T12:00:00Z`), model: 'gpt-4o-mini', ...fields });

describe('buildTargetsSnapshot', () => {
  it('knows nothing without calls, and says so of every number', () => {
    expect(build([]).kpis.map(({ id, state }) => [id, state])).toEqual(KPI_IDS.map((id) => [id, 'unknown']));
  });

  it('averages what requests cost, and tells what 95 of 100 cost at most', () => {
    // A million tokens of input cost $5 with this model.
    const calls = Array.from({ length: 100 }, (_, index) =>
      call({
        model: 'claude-opus-4-6',
        inputTokens: (index + 1) * 200,
        outputTokens: 0,
        sessionId: `s${index}`,
      }),
    );
    expect(kpiOf(calls, 'costPerRequest')).toMatchObject({ value: 0.0505, state: 'missed' });
    expect(kpiOf(calls, 'costPerRequestP95')).toMatchObject({ value: 0.095, state: 'untargeted' });
    expect(build(calls).models).toEqual([
      { model: 'claude-opus-4-6', requests: 100, averageUsd: 0.0505, p95Usd: 0.095 },
    ]);
  });

  it('leaves what has no price out of the average, and what stands for several calls out of the p95', () => {
    const calls = [
      call({ model: 'claude-opus-4-6', inputTokens: 400, outputTokens: 0 }),
      call({ model: 'nobody-knows' }),
      call({
        model: 'claude-opus-4-6',
        inputTokens: 4_000_000,
        outputTokens: 0,
        contextTokens: 0,
        requests: 9,
      }),
    ];
    expect(kpiOf(calls, 'costPerRequest').value).toBeCloseTo(20.002 / 10, 9);
    expect(kpiOf(calls, 'costPerRequestP95').value).toBe(0.002);
  });

  it('averages tokens in and out over the requests that tell of them', () => {
    const { inputTokens: _, outputTokens: __, ...untold } = call();
    const calls = [
      call({ inputTokens: 1000, cacheReadTokens: 500, cacheWrite1hTokens: 300, outputTokens: 499 }),
      call({ inputTokens: 2000, outputTokens: 499 }),
      untold,
    ];
    expect(kpiOf(calls, 'inputPerRequest')).toMatchObject({ value: 1900, state: 'met' });
    expect(kpiOf(calls, 'outputPerRequest')).toMatchObject({ value: 499, state: 'met' });
  });

  it('measures the cache where the log tells of it', () => {
    const { cacheReadTokens: _, ...untold } = call({ inputTokens: 1_000_000 });
    const calls = [call({ inputTokens: 100, cacheReadTokens: 810, cacheWrite5mTokens: 90 }), untold];
    expect(kpiOf(calls, 'cacheHitRate')).toMatchObject({ value: 0.81, state: 'met' });
    expect(kpiOf([untold], 'cacheHitRate').state).toBe('unknown');
  });

  it('shares requests and cost over the tiers that are known', () => {
    const calls = [
      call({ model: 'claude-opus-4-6', inputTokens: 200_000, outputTokens: 0, contextTokens: 0 }),
      ...Array.from({ length: 4 }, () =>
        call({ model: 'claude-haiku-4-5', inputTokens: 250_000, outputTokens: 0, contextTokens: 0 }),
      ),
      call({ model: 'nobody-knows' }),
    ];
    expect(kpiOf(calls, 'thinkRequests')).toMatchObject({ value: 0.2, state: 'near' });
    expect(kpiOf(calls, 'thinkCost')).toMatchObject({ value: 0.5, state: 'missed' });
    expect(kpiOf(calls, 'executeRequests')).toMatchObject({ value: 0.8, state: 'met' });
    expect(kpiOf(calls, 'bulkRequests')).toMatchObject({ value: 0, state: 'missed' });
    expect(build(calls)).toMatchObject({ requests: 6, untieredRequests: 1 });
  });

  it('compares with the period before and knows which way is better', () => {
    const calls = [
      call({ cacheReadTokens: 90, inputTokens: 10, outputTokens: 10 }),
      call({ cacheReadTokens: 50, inputTokens: 50, outputTokens: 5 }, '2026-11-15'),
      call({ cacheReadTokens: 0, inputTokens: 50 }, '2026-11-08'),
    ];
    expect(kpiOf(calls, 'cacheHitRate')).toMatchObject({ value: 0.9, previous: 0.5, change: 'better' });
    expect(kpiOf(calls, 'outputPerRequest')).toMatchObject({ value: 10, previous: 5, change: 'worse' });
    expect(kpiOf(calls, 'inputPerRequest')).toMatchObject({ change: 'same' });
    expect(kpiOf(calls, 'cacheHitRate').trend).toEqual([null, null, null, null, null, null, 0.9]);
  });

  it('counts calls per session, and does not guess what logs do not tell', () => {
    const calls = [call(), call({ key: 'b' }), call({ key: 'c', sessionId: 'other' })];
    expect(kpiOf(calls, 'callsPerSession')).toMatchObject({ value: 1.5, state: 'untargeted' });
    for (const id of [
      'retries',
      'callsPerPrompt',
      'systemShare',
      'historyShare',
      'contextShare',
      'retrievedShare',
    ] as const)
      expect(kpiOf(calls, id)).toMatchObject({ state: 'unknown' });
    expect(kpiOf([call({ inputTokens: 85, outputTokens: 15 })], 'outputShare')).toMatchObject({
      value: 0.15,
      state: 'met',
    });
  });

  it('counts calls per prompt and retries where events tell of them', () => {
    const calls = [call(), call({ key: 'b' }), call({ key: 'c' }), call({ key: 'd', sessionId: 'untold' })];
    const origin = {
      source: 'claudeCode',
      sessionId: 'session-1',
      timestampMs: Date.parse(`${TODAY}T11:00:00Z`),
    } as const;
    const prompt = { ...origin, kind: 'prompt', hash: 'a', chars: 9 } as const;
    const events = [
      prompt,
      { ...prompt, sessionId: 'fork' },
      { ...prompt, hash: 'b', agentId: 'agent' },
      { ...origin, kind: 'retry' } as const,
      { ...origin, kind: 'retry', timestampMs: origin.timestampMs - 30 * 86_400_000 } as const,
    ];
    const { kpis } = buildTargetsSnapshot(
      createUsageTable(calls, utcDay),
      '7days',
      TODAY,
      countEvents(events, utcDay),
    );
    expect(kpis.find(({ id }) => id === 'callsPerPrompt')).toMatchObject({ value: 3, state: 'untargeted' });
    expect(kpis.find(({ id }) => id === 'retries')).toMatchObject({ value: 0.25 });
  });

  it('has what requests were made of beside the bands, and what is in no part as unknown', () => {
    const parts = {
      requests: 2,
      total: 1000,
      system: 200,
      context: 100,
      retrieved: 300,
      history: 150,
      output: 50,
    };
    const composition = new Map([
      [TODAY, parts],
      ['2026-11-15', { ...parts, system: 100 }],
      ['2026-11-08', { ...parts, system: 0 }],
    ]);
    const { kpis, composition: shown } = buildTargetsSnapshot(
      createUsageTable([call()], utcDay),
      '7days',
      TODAY,
      { ...countEvents([], utcDay), composition },
    );
    expect(kpis.find(({ id }) => id === 'systemShare')).toMatchObject({
      value: 0.2,
      previous: 0.1,
      isEstimated: true,
      state: 'met',
      trend: [null, null, null, null, null, null, 0.2],
    });
    expect(kpis.find(({ id }) => id === 'contextShare')).toMatchObject({ value: 0.1, state: 'missed' });
    expect(shown?.requests).toBe(2);
    expect(shown?.parts.map(({ part, share }) => [part, share])).toEqual([
      ['system', 0.2],
      ['context', 0.1],
      ['retrieved', 0.3],
      ['history', 0.15],
      ['output', 0.05],
    ]);
    expect(shown?.unknownShare).toBeCloseTo(0.2, 9);
  });

  it('takes in all there is, by weeks or months, and names the last day where a period holds nothing', () => {
    const calls = [call({}, '2026-06-01'), call({}, '2026-03-01')];
    expect(build(calls)).toMatchObject({ requests: 0, newestDay: '2026-06-01', areSessionsRead: false });
    const all = build(calls, 'all');
    expect(all).toMatchObject({ requests: 2, range: { since: '2026-03-01', until: '2026-06-01' } });
    expect(all.kpis[0]?.trend).toHaveLength(15);
    expect(all).not.toHaveProperty('newestDay');
    expect(build([...calls, call({}, '2024-01-01')], 'all').kpis[0]?.trend).toHaveLength(30);
  });

  it('has shares from 0 to 1 of whatever the ledger holds, the three tiers making one', () => {
    fc.assert(
      fc.property(usageRecords(), fc.constantFrom('7days' as const, '90days' as const), (records, period) => {
        const { kpis } = build(records, period);
        for (const { unit, value } of kpis) {
          if (unit === 'share' && value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
        }
        const tiers = ['thinkRequests', 'executeRequests', 'bulkRequests'].flatMap(
          (id) => kpis.find((kpi) => kpi.id === id)?.value ?? [],
        );
        if (tiers.length > 0) expect(tiers.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
