import { describe, expect, it } from 'vitest';
import { type Budget, keyOf } from '../../../src/core/budget/budget.ts';
import { type AtHand, evaluateUse } from '../../../src/core/budget/currentUse.ts';
import { evaluatePeriod } from '../../../src/core/budget/periodState.ts';
import { buildPeriodRows, buildUseRows } from '../../../src/core/dashboard/budgetSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';

const count = (tokens: number) => ({ tokens, accuracy: 'exact', bandPercent: 0 }) as const;
const AT_HAND: AtHand = {
  scopeName: 'dates',
  count: count(100_000),
  model: findModel('gpt-5.4')!,
  stages: [{ count: count(10), costUsd: 0.3 }, { count: count(20), costUsd: 0.1 }, {}],
};
const EVERY: Budget = { kind: 'scope', unit: 'tokens', hard: 50_000 };
const OWN: Budget = { kind: 'scope', scope: 'dates', unit: 'tokens', hard: 200_000 };
const brief = (budgets: Budget[], more: Partial<AtHand> = {}) =>
  evaluateUse(budgets, { ...AT_HAND, ...more }).map(({ used, level }) => [used, level]);

describe('evaluateUse', () => {
  it('holds a scope against its own budget, else against that of every scope', () => {
    expect(brief([EVERY])).toEqual([[100_000, 'over']]);
    expect(brief([EVERY, OWN])).toEqual([[100_000, 'held']]);
    expect(brief([EVERY, OWN], { scopeName: '' })).toEqual([[100_000, 'over']]);
    expect(brief([OWN], { scopeName: '' })).toEqual([]);
  });

  it('holds each copy against tokens or dollars', () => {
    expect(
      brief([
        { kind: 'operation', operation: 'copy', unit: 'tokens', hard: 100_001 },
        { kind: 'operation', operation: 'copy', unit: 'usd', soft: 0.25 },
      ]),
    ).toEqual([
      [100_000, 'near'],
      [0.25, 'over'],
    ]);
  });

  it('holds the dearest stage of a plan', () => {
    const budgets: Budget[] = [
      { kind: 'operation', operation: 'planStage', unit: 'usd', hard: 1 },
      { kind: 'operation', operation: 'planStage', unit: 'tokens', hard: 20 },
    ];
    expect(brief(budgets)).toEqual([
      [0.3, 'held'],
      [20, 'over'],
    ]);
    expect(brief(budgets, { stages: [] })).toEqual([
      [undefined, 'unknown'],
      [undefined, 'unknown'],
    ]);
  });

  it('knows nothing before the scope is counted, or without a price', () => {
    const { count: _count, ...uncounted } = AT_HAND;
    expect(evaluateUse([EVERY], uncounted)).toEqual([{ budget: EVERY, level: 'unknown' }]);
    const { price: _price, ...unpriced } = AT_HAND.model;
    const copy: Budget = { kind: 'operation', operation: 'copy', unit: 'usd', hard: 1 };
    expect(brief([copy], { model: unpriced })).toEqual([[undefined, 'unknown']]);
  });

  it('leaves budgets of periods to the ledger', () => {
    expect(brief([{ kind: 'period', per: 'day', unit: 'usd', hard: 1 }])).toEqual([]);
  });
});

describe('budgets in a snapshot', () => {
  it('are rows with names, amounts and where they stand', () => {
    expect(buildUseRows(evaluateUse([OWN], AT_HAND), () => false)).toEqual([
      {
        key: keyOf(OWN),
        name: 'Scope dates',
        unit: 'tokens',
        amount: 200_000,
        warnAt: 160_000,
        used: 100_000,
        level: 'held',
        unpricedRequests: 0,
        isMuted: false,
      },
    ]);
    const budget = { kind: 'period', per: 'day', project: 'app', unit: 'usd', soft: 3, hard: 4 } as const;
    const spends = [{ day: '2026-11-22', project: '/w/app', costUsd: 5, unpricedRequests: 2 }];
    const state = evaluatePeriod(budget, spends, { day: '2026-11-22', dayShare: 0.5 });
    expect(buildPeriodRows([state], () => true)).toEqual([
      {
        key: keyOf(budget),
        name: 'Today · app',
        unit: 'usd',
        amount: 4,
        warnAt: 3,
        used: 5,
        level: 'over',
        unpricedRequests: 2,
        isMuted: true,
      },
    ]);
  });
});
