import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCostSnapshot } from '../../../../src/core/dashboard/cost/buildCostSnapshot.ts';
import type { CostSnapshot, CostTable } from '../../../../src/core/dashboard/cost/costSnapshot.ts';
import {
  COST_PERIODS,
  COST_UNITS,
  type CostView,
  FIRST_VIEW,
} from '../../../../src/core/dashboard/cost/costView.ts';
import type { UsageEntry } from '../../../../src/core/dashboard/usageEntry.ts';
import { addUsd, aggregateUsage, isDayWithin } from '../../../../src/core/usage/aggregateUsage.ts';
import { DIMENSIONS } from '../../../../src/core/usage/dimensions.ts';
import { createUsageTable } from '../../../../src/core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../../../src/core/usage/usageRecord.ts';
import { TODAY, usageRecords, utcDay, utcHours } from '../../usage/table/usageRecords.ts';
import { usageRecord } from '../../usage/usageRecord.ts';

const build = (records: readonly UsageRecord[], view: Partial<CostView> = {}): CostSnapshot =>
  buildCostSnapshot(createUsageTable(records, utcDay), { ...FIRST_VIEW, ...view }, TODAY, utcHours);
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
/** A call of so many dollars: a million tokens of input cost $5 with this model. */
const call = (day: string, usd: number, fields: Partial<UsageRecord> = {}) =>
  usageRecord({
    model: 'claude-opus-4-6',
    timestampMs: at(day),
    inputTokens: usd * 200_000,
    outputTokens: 0,
    contextTokens: 0,
    ...fields,
  });
const views = () =>
  fc.record({
    period: fc.constantFrom(...COST_PERIODS.filter((period) => period !== 'custom')),
    unit: fc.constantFrom(...COST_UNITS),
    stackBy: fc.constantFrom('tier' as const, 'model' as const),
  });
const tableBy = ({ tables }: CostSnapshot, by: CostTable['by']) =>
  tables.find((table) => table.by === by) ?? expect.fail(by);
const sumOf = (entries: readonly UsageEntry[]) => ({
  requests: entries.reduce((sum, { requests }) => sum + requests, 0),
  inputTokens: entries.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
  unpricedRequests: entries.reduce((sum, { unpricedRequests }) => sum + unpricedRequests, 0),
  costUsd: entries.reduce((sum, { costUsd }) => addUsd(sum, costUsd ?? 0), 0),
});

describe('buildCostSnapshot', () => {
  it('sums the period and the one before it, a bar for each day', () => {
    const snapshot = build(
      [
        call('2026-11-22', 1),
        call('2026-11-16', 2),
        call('2026-11-15', 3),
        call('2026-11-09', 4),
        call('2026-11-08', 9),
      ],
      { period: '7days' },
    );
    expect(snapshot.range).toEqual({ since: '2026-11-16', until: '2026-11-22' });
    expect(snapshot.total).toMatchObject({ costUsd: 3, requests: 2 });
    expect(snapshot.previous).toMatchObject({ costUsd: 7, requests: 2 });
    expect(snapshot.stacks).toEqual([{ key: 'think', costUsd: 3, requests: 2, unpricedRequests: 0 }]);
    expect(snapshot.bars.map(({ start, costUsd }) => [start.slice(8), costUsd])).toEqual([
      ['16', 2],
      ['17', undefined],
      ['18', undefined],
      ['19', undefined],
      ['20', undefined],
      ['21', undefined],
      ['22', 1],
    ]);
  });

  it('compares a month with the same days of the month before', () => {
    const snapshot = build([call('2026-11-01', 1), call('2026-10-22', 2), call('2026-10-23', 4)], {
      period: 'month',
    });
    expect(snapshot.total.costUsd).toBe(1);
    expect(snapshot.previous?.costUsd).toBe(2);
    const week = build([call('2026-11-16', 1), call('2026-11-15', 2), call('2026-11-08', 4)], {
      period: 'week',
    });
    expect([week.total.costUsd, week.previous?.costUsd]).toEqual([1, 2]);
    expect(build([], { period: 'all' }).previous).toBeUndefined();
  });

  it('takes the days of a custom period in any order and not beyond what there is', () => {
    const records = [call('2026-11-01', 1), call('2026-11-10', 2)];
    const range = { since: '2026-11-05', until: '2026-10-28' };
    expect(build(records, { period: 'custom', range })).toMatchObject({
      range: { since: '2026-11-01', until: '2026-11-05' },
      total: { costUsd: 1 },
    });
    const endless = { since: '0001-01-01', until: '9999-12-31' };
    expect(build(records, { period: 'custom', range: endless }).range).toEqual({
      since: '2026-11-01',
      until: TODAY,
    });
  });

  it('stacks by tier, or by the dearest models and the rest', () => {
    const models = [
      'claude-opus-4-6',
      'gpt-5.4',
      'gpt-5.4-mini',
      'gpt-4o-mini',
      'claude-haiku-4-5',
      'grok-4',
      'gpt-5.5',
      'nobody-knows',
    ];
    const records = models.map((model) => call('2026-11-22', 1, { model }));
    const byTier = build(records, { period: 'today' });
    expect(byTier.stacks.map(({ key }) => key)).toEqual(['think', 'execute', 'bulk', '']);
    const byModel = build(records, { period: 'today', stackBy: 'model' });
    expect(byModel.stacks).toHaveLength(7);
    expect(byModel.stacks.at(-1)).toMatchObject({ key: '', isRest: true, requests: 2 });
    expect(byTier.stacks.at(-1)).toEqual({ key: '', requests: 1, unpricedRequests: 1 });
  });

  it('keeps a stack that a filter leaves out, so that no colour moves, and says that it holds nothing', () => {
    const records = [call('2026-11-22', 2), call('2026-11-22', 1, { model: 'gpt-5.4' })];
    const { stacks } = build(records, { stackBy: 'model', filters: { model: 'gpt-5.4' } });
    expect(stacks.map(({ key, requests }) => [key, requests])).toEqual([
      ['claude-opus-4-6', 0],
      ['gpt-5.4', 1],
    ]);
  });

  it('draws a day by its hours, several days where there are not too many, and never what has no hour', () => {
    const early = call('2026-11-22', 1, { timestampMs: Date.parse('2026-11-22T00:59:59Z') });
    const records = [early, call('2026-11-22', 2), call('2026-11-18', 4)];
    const today = build(records, { period: 'today' });
    expect([today.unit, today.units]).toEqual(['hour', ['hour']]);
    expect(today.bars.map(({ costUsd }) => costUsd ?? 0)).toEqual([
      1,
      ...Array.from({ length: 11 }, () => 0),
      2,
      ...Array.from({ length: 11 }, () => 0),
    ]);
    const range = { since: '2026-11-18', until: '2026-11-22' };
    const days = build(records, { period: 'custom', range, unit: 'hour' });
    expect([days.unit, days.bars.length, days.bars[12]?.costUsd]).toEqual(['hour', 120, 4]);
    expect(build(records, { period: '7days', unit: 'hour' }).unit).toBe('day');
    const total = call('2026-11-22', 1, { sessionId: 'day 2026-11-22' });
    expect(build([...records, total], { period: 'today', unit: 'hour' })).toMatchObject({
      unit: 'day',
      units: ['day'],
      bars: [{ costUsd: 4 }],
    });
  });

  it('sums today, this week and this month beside any period, under the filters', () => {
    const records = [
      call('2026-11-22', 1),
      call('2026-11-16', 2, { project: '/a' }),
      call('2026-11-15', 4, { project: '/a' }),
      call('2026-11-01', 8, { model: 'nobody-knows' }),
    ];
    expect(build(records, { period: 'all' }).spans).toEqual([
      { period: 'today', costUsd: 1, requests: 1, unpricedRequests: 0 },
      { period: 'week', costUsd: 3, requests: 2, unpricedRequests: 0 },
      { period: 'month', costUsd: 7, requests: 4, unpricedRequests: 1 },
    ]);
    const filtered = build(records, { filters: { project: '/a' } });
    expect(filtered.spans.map(({ costUsd }) => costUsd)).toEqual([undefined, 2, 6]);
  });

  it('names the last days with calls where the period has none', () => {
    const records = [call('2026-08-30', 1), call('2026-08-28', 1, { project: '/a' })];
    expect(build(records).newest).toEqual({ since: '2026-08-01', until: '2026-08-30' });
    expect(build(records, { filters: { project: '/a' } }).newest?.until).toBe('2026-08-28');
    expect(build(records, { filters: { project: '/nowhere' } })).not.toHaveProperty('newest');
    expect(build(records, { period: 'all' })).not.toHaveProperty('newest');
    expect(build([])).not.toHaveProperty('newest');
  });

  it('draws weeks and months, and coarser units where there are too many bars', () => {
    const records = [call('2026-11-22', 1), call('2026-11-01', 2), call('2026-10-31', 4)];
    const month = build(records, { period: '30days', unit: 'month' });
    expect(month.bars.map(({ start, costUsd }) => [start, costUsd])).toEqual([
      ['2026-10-01', 4],
      ['2026-11-01', 3],
    ]);
    const years = build([...records, call('2020-01-01', 1)], { period: 'all' });
    expect(years.unit).toBe('month');
    expect(years.bars).toHaveLength(83);
    expect(years.bars[0]?.costUsd).toBe(1);
  });

  it('keeps the rows of the table that a filter was chosen in, and narrows the others', () => {
    const records = [
      call('2026-11-22', 1, { project: '/a', sessionId: 's1' }),
      call('2026-11-22', 2, { project: '/b', sessionId: 's2' }),
      call('2026-11-22', 4, { sessionId: 's3' }),
    ];
    const snapshot = build(records, { filters: { project: '/a' } });
    expect(snapshot.total.costUsd).toBe(1);
    expect(tableBy(snapshot, 'project').rows.map(({ key, costUsd }) => [key, costUsd])).toEqual([
      ['', 4],
      ['/b', 2],
      ['/a', 1],
    ]);
    expect(tableBy(snapshot, 'session').rows.map(({ key, project }) => [key, project])).toEqual([
      ['s1', '/a'],
    ]);
    expect(build(records, { filters: { project: '' } }).total.costUsd).toBe(4);
    expect(build(records, { filters: { project: '/nowhere' } }).total).toMatchObject({ requests: 0 });
  });

  it('shows the twenty dearest rows and the sum of the others', () => {
    const records = Array.from({ length: 25 }, (_, index) =>
      call('2026-11-22', index + 1, { sessionId: `s${index}` }),
    );
    const { rows, rest } = tableBy(build(records), 'session');
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({ key: 's24', costUsd: 25 });
    expect(rest).toMatchObject({ count: 5, sum: { costUsd: 15, requests: 5 } });
  });

  it('names what is left of old days, which are no sessions', () => {
    const total = call('2026-11-20', 1, { sessionId: 'day 2026-11-20', project: '/a' });
    const [row] = tableBy(build([total]), 'session').rows;
    expect(row).toMatchObject({ key: 'day 2026-11-20', isDailyTotal: true });
  });

  it('has no costs where there are none, rather than zero', () => {
    expect(build([]).total).toEqual({
      key: '',
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
      requests: 0,
      unpricedRequests: 0,
      quality: 'reported',
    });
    const unpriced = build([call('2026-11-22', 1, { model: 'nobody-knows' })]);
    expect(unpriced.total).toMatchObject({ requests: 1, unpricedRequests: 1 });
    expect(unpriced.total).not.toHaveProperty('costUsd');
  });

  it('sums to the total by any grouping, and over the bars', () => {
    fc.assert(
      fc.property(usageRecords(), views(), (records, view) => {
        const snapshot = build(records, view);
        for (const { rows, rest } of snapshot.tables) {
          expect(sumOf([...rows, ...(rest === undefined ? [] : [rest.sum])])).toEqual(
            sumOf([snapshot.total]),
          );
        }
        const parts = snapshot.bars.flatMap(({ partsUsd }) => partsUsd).reduce(addUsd, 0);
        expect(parts).toBe(snapshot.total.costUsd ?? 0);
        expect(snapshot.bars.reduce((sum, { requests }) => sum + requests, 0)).toBe(snapshot.total.requests);
      }),
    );
  });

  it('says the same as the sums of the command line', () => {
    fc.assert(
      fc.property(usageRecords(), views(), (records, view) => {
        const snapshot = build(records, view);
        const rows = aggregateUsage(records, 'source', utcDay, snapshot.range);
        expect(
          tableBy(snapshot, 'source').rows.map(({ key, costUsd, requests }) => [key, costUsd, requests]),
        ).toEqual(rows.map(({ key, costUsd, requests }) => [key, costUsd, requests]));
      }),
    );
  });

  it('filters as leaving the records out beforehand would, in any order', () => {
    const filters = fc.record(
      {
        model: fc.constantFrom('claude-opus-4-6', ''),
        project: fc.constantFrom('/a', ''),
        session: fc.constantFrom('s1', 's2'),
        source: fc.constant('codex'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(usageRecords(), views(), filters, (records, view, chosen) => {
        const wanted = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
        const reversed = Object.fromEntries(Object.entries(wanted).reverse());
        const snapshot = build(records, { ...view, filters: wanted });
        const kept = records.filter(
          (record) =>
            isDayWithin(utcDay(record.timestampMs), snapshot.range) &&
            (wanted['model'] ?? record.model ?? '') === (record.model ?? '') &&
            (wanted['project'] ?? record.project ?? '') === (record.project ?? '') &&
            (wanted['session'] ?? record.sessionId) === record.sessionId &&
            (wanted['source'] ?? record.source) === record.source,
        );
        expect(snapshot.total).toEqual(build(kept, view).total);
        expect({ ...build(records, { ...view, filters: reversed }), view }).toEqual({ ...snapshot, view });
      }),
    );
  });

  it('has a table for each dimension', () => {
    expect(build([]).tables.map(({ by }) => by)).toEqual([...DIMENSIONS]);
  });
});
