import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, levelOf, type PeriodBudget } from '../../../src/core/budget/budget.ts';
import { type AlertLog, dueAlerts } from '../../../src/core/budget/budgetAlerts.ts';
import type { PeriodState } from '../../../src/core/budget/periodState.ts';

const DAY: PeriodBudget = { kind: 'period', per: 'day', unit: 'usd', hard: 10 };
const NONE = () => false;

function state(spentUsd: number, day = '2026-11-22', budget = DAY): PeriodState {
  return {
    budget,
    span: { since: day, until: day },
    spentUsd,
    share: spentUsd / 10,
    level: levelOf(budget, spentUsd),
    unpricedRequests: 0,
  };
}

/** The levels told while spending goes on. */
function tell(states: readonly PeriodState[]): string[] {
  let log: AlertLog = {};
  return states.flatMap((each) => {
    const due = dueAlerts([each], log, NONE);
    log = due.log;
    return due.alerts.map(({ level, state: { span } }) => `${span.since} ${level}`);
  });
}

describe('dueAlerts', () => {
  it('tells at 80 % and at 100 %, once in a period', () => {
    expect(tell([1, 7.9, 8, 8.5, 9.9, 10, 15].map((usd) => state(usd)))).toEqual([
      '2026-11-22 near',
      '2026-11-22 over',
    ]);
  });

  it('tells again in the next period', () => {
    expect(tell([state(12), state(1, '2026-11-23'), state(9, '2026-11-23')])).toEqual([
      '2026-11-22 over',
      '2026-11-23 near',
    ]);
  });

  it('does not tell as near what was over, when a price is corrected', () => {
    expect(tell([state(12), state(9)])).toEqual(['2026-11-22 over']);
  });

  it('tells of each project for itself, and nothing of what is muted', () => {
    const app = { ...DAY, project: 'app' };
    const states = [state(12), state(9, '2026-11-22', app)];
    expect(
      dueAlerts(states, {}, (key) => key === keyOf(DAY)).alerts.map(({ state: { budget } }) => budget),
    ).toEqual([app]);
  });

  it('tells no level twice in a period, in whatever order costs are known', () => {
    const spends = fc.array(fc.record({ usd: fc.double({ min: 0, max: 20, noNaN: true }) }));
    fc.assert(
      fc.property(spends, (all) => {
        const told = tell(all.map(({ usd }) => state(usd)));
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  it('forgets budgets that are gone', () => {
    const { log } = dueAlerts([state(12)], {}, NONE);
    expect(dueAlerts([], log, NONE).log).toEqual({});
  });
});
