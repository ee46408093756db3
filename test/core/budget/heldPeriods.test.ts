import { describe, expect, it } from 'vitest';
import type { PeriodBudget } from '../../../src/core/budget/budget.ts';
import { countHeld } from '../../../src/core/budget/heldPeriods.ts';

const OCTOBER = { since: '2026-10-01', until: '2026-10-31' };
const spend = (day: string, costUsd: number) => ({ day, costUsd, unpricedRequests: 0 });
const budget = (per: PeriodBudget['per']): PeriodBudget => ({ kind: 'period', per, unit: 'usd', hard: 10 });

describe('countHeld', () => {
  const spends = [
    spend('2026-09-30', 50),
    spend('2026-10-01', 9),
    spend('2026-10-02', 10),
    spend('2026-10-31', 4),
    spend('2026-11-01', 7),
  ];

  it('counts days', () => {
    expect(countHeld(budget('day'), spends, OCTOBER)).toMatchObject({ periods: 31, over: 1 });
  });

  it('counts the weeks that began in the month, whole', () => {
    // 5, 12, 19 and 26 October are Mondays; the last of these weeks ends on 1 November.
    expect(countHeld(budget('week'), spends, OCTOBER)).toMatchObject({ periods: 4, over: 1 });
  });

  it('counts the month', () => {
    expect(countHeld(budget('month'), spends, OCTOBER)).toMatchObject({ periods: 1, over: 1 });
  });
});
