import { describe, expect, it } from 'vitest';
import type { PeriodBudget } from '../../../src/core/budget/budget.ts';
import { periodAround } from '../../../src/core/budget/budgetPeriod.ts';
import { type DaySpend, spendOf } from '../../../src/core/budget/daySpend.ts';
import { evaluatePeriod } from '../../../src/core/budget/periodState.ts';
import { addDays } from '../../../src/core/usage/days.ts';
import { sumDaySpend } from '../../../src/core/usage/table/sumDaySpend.ts';
import { createUsageTable } from '../../../src/core/usage/table/usageTable.ts';
import { usageRecord } from '../usage/usageRecord.ts';

const MONTH: PeriodBudget = { kind: 'period', per: 'month', unit: 'usd', hard: 100 };
const NOON = { day: '2026-11-22', dayShare: 0.5 };
const spend = (day: string, costUsd: number, project?: string): DaySpend => ({
  day,
  costUsd,
  unpricedRequests: 0,
  ...(project !== undefined && { project }),
});

describe('periodAround', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-04'],
    ['month', '2026-11-22', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('of a %s around %s', (per, day, since, until) => {
    expect(periodAround(per, day)).toEqual({ since, until });
  });
});

describe('sumDaySpend', () => {
  it('sums days and projects, and counts what has no price', () => {
    const at = (day: number) => Date.UTC(2026, 10, day, 12);
    const dayOf = (timestampMs: number) => new Date(timestampMs).toISOString().slice(0, 10);
    const million = { model: 'claude-opus-4-8', inputTokens: 1_000_000, outputTokens: 0 };
    const records = [
      usageRecord({ ...million, timestampMs: at(2), project: '/a' }),
      usageRecord({ ...million, timestampMs: at(1), project: '/a' }),
      usageRecord({ ...million, timestampMs: at(2), project: '/a' }),
      usageRecord({ ...million, timestampMs: at(2), model: 'nobody-knows', project: '/a' }),
      usageRecord({ ...million, timestampMs: at(2) }),
      usageRecord({ ...million, timestampMs: Date.UTC(2026, 9, 31, 12) }),
    ];
    // Opus 4.8 takes $5 for a million tokens of short input; a request of a million is one of short input where it has no long price.
    const sums = sumDaySpend(createUsageTable(records, dayOf), '2026-11-01');
    expect(sums).toEqual([
      { day: '2026-11-01', project: '/a', costUsd: 5, unpricedRequests: 0 },
      { day: '2026-11-02', costUsd: 5, unpricedRequests: 0 },
      { day: '2026-11-02', project: '/a', costUsd: 10, unpricedRequests: 1 },
    ]);
  });
});

describe('spendOf', () => {
  const spends = ['/w/app', '/w/app/sub', '/w/apple', 'C:\\w\\app', undefined].map((project) =>
    spend('2026-11-01', 1, project),
  );
  it.each([
    [undefined, 5],
    ['/w/app', 2],
    ['/w/app/', 2],
    ['app', 2],
    ['C:/w', 1],
    ['nobody', 0],
  ])('of the project %s', (project, count) => {
    expect(spendOf(spends, project).length).toBe(count);
  });
});

describe('evaluatePeriod', () => {
  it('sums what lies in the period, and says what may come', () => {
    const spends = [spend('2026-10-31', 50), spend('2026-11-01', 40), spend('2026-11-22', 45)];
    expect(evaluatePeriod(MONTH, spends, NOON)).toMatchObject({
      span: { since: '2026-11-01', until: '2026-11-30' },
      spentUsd: 85,
      share: 0.85,
      level: 'near',
      unpricedRequests: 0,
    });
  });

  it('takes days without any cost for days, from the first that is known on', () => {
    // 3 whole days are known, $6 in all: $2 a day for the 8.5 that are left.
    const spends = [spend('2026-11-19', 6), spend('2026-11-22', 1)];
    expect(evaluatePeriod(MONTH, spends, NOON).projection?.expected).toBe(7 + 2 * 8.5);
  });

  it('goes by 28 days at most', () => {
    const spends = [spend(addDays('2026-11-22', -29), 1e6), spend(addDays('2026-11-22', -28), 28)];
    const day: PeriodBudget = { ...MONTH, per: 'day' };
    expect(evaluatePeriod(day, spends, { ...NOON, dayShare: 0 }).projection?.expected).toBe(1);
  });

  it('has no projection for what is known since yesterday only', () => {
    const { projection } = evaluatePeriod(MONTH, [spend('2026-11-21', 6)], NOON);
    expect(projection).toBeUndefined();
  });
});
