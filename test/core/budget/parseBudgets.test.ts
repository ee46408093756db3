import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, type Budget, keyOf, levelOf, warnAtOf } from '../../../src/core/budget/budget.ts';
import { parseBudgets } from '../../../src/core/budget/parseBudgets.ts';

describe('parseBudgets', () => {
  it('takes every kind of budget', () => {
    const stored = [
      { per: 'day', softUsd: 4, hardUsd: 5 },
      { per: 'month', project: '/home/me/app', hardUsd: 200 },
      { operation: 'copy', softTokens: 20_000 },
      { operation: 'planStage', hardUsd: 0.5 },
      { scope: 'frontend', hardTokens: 30_000 },
      { scope: '*', softTokens: 50_000 },
      { scope: '', hardTokens: 9 },
    ];
    expect(parseBudgets(stored)).toEqual({
      budgets: [
        { kind: 'period', per: 'day', unit: 'usd', soft: 4, hard: 5 },
        { kind: 'period', per: 'month', project: '/home/me/app', unit: 'usd', hard: 200 },
        { kind: 'operation', operation: 'copy', unit: 'tokens', soft: 20_000 },
        { kind: 'operation', operation: 'planStage', unit: 'usd', hard: 0.5 },
        { kind: 'scope', scope: 'frontend', unit: 'tokens', hard: 30_000 },
        { kind: 'scope', unit: 'tokens', soft: 50_000 },
        { kind: 'scope', scope: '', unit: 'tokens', hard: 9 },
      ],
      problems: [],
    });
  });

  it.each<[unknown, string]>([
    [5, 'tokenMeter.budgets[1] must say one of per, operation and scope.'],
    [{}, 'tokenMeter.budgets[1] must say one of per, operation and scope.'],
    [{ per: 'day', scope: 'a' }, 'tokenMeter.budgets[1] must say one of per, operation and scope.'],
    [{ per: 'year', hardUsd: 1 }, 'tokenMeter.budgets[1].per must be one of day, week, month.'],
    [{ per: 'day' }, 'tokenMeter.budgets[1] must have softUsd or hardUsd.'],
    [{ per: 'day', hardUsd: 0 }, 'tokenMeter.budgets[1].hardUsd must be a number above 0.'],
    [{ per: 'day', hardUsd: '5' }, 'tokenMeter.budgets[1].hardUsd must be a number above 0.'],
    [{ per: 'day', hardTokens: 5 }, 'tokenMeter.budgets[1].hardTokens is not known here.'],
    [{ per: 'day', hardUsd: 5, softUsd: 6 }, 'tokenMeter.budgets[1].softUsd must not be above hardUsd.'],
    [{ per: 'day', hardUsd: 5, project: ' ' }, 'tokenMeter.budgets[1].project must be a text.'],
    [{ operation: 'sleep', hardUsd: 5 }, 'tokenMeter.budgets[1].operation must be one of copy, planStage.'],
    [
      { operation: 'copy', hardUsd: 5, softTokens: 1 },
      'tokenMeter.budgets[1] must be in dollars or in tokens, not in both.',
    ],
    [{ operation: 'copy' }, 'tokenMeter.budgets[1] must have a soft or a hard limit.'],
    [{ scope: 'a', hardTokens: 1.5 }, 'tokenMeter.budgets[1].hardTokens must be a whole number above 0.'],
    [{ scope: 7, hardTokens: 1 }, 'tokenMeter.budgets[1].scope must be a text.'],
    [{ scope: 'a' }, 'tokenMeter.budgets[1] must have softTokens or hardTokens.'],
  ])('says what is wrong with %j, and takes the rest', (wrong, problem) => {
    const right = { per: 'day', hardUsd: 5 };
    expect(parseBudgets([right, wrong, right])).toEqual({
      budgets: [
        { kind: 'period', per: 'day', unit: 'usd', hard: 5 },
        { kind: 'period', per: 'day', unit: 'usd', hard: 5 },
      ],
      problems: [problem],
    });
  });

  it('says that anything else is no list', () => {
    expect(parseBudgets({ per: 'day' })).toEqual({
      budgets: [],
      problems: ['tokenMeter.budgets must be a list of budgets.'],
    });
    expect(parseBudgets(undefined)).toEqual({ budgets: [], problems: [] });
  });

  it('makes of anything as many budgets and problems as there are entries', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (stored) => {
        const { budgets, problems } = parseBudgets(stored);
        expect(budgets.length + problems.length).toBe(stored.length);
      }),
    );
  });
});

describe('a budget', () => {
  const budget = (limits: { soft?: number; hard?: number }): Budget => ({
    kind: 'period',
    per: 'day',
    unit: 'usd',
    ...limits,
  });

  it('warns at 80 %, or at its soft threshold where it has a hard one', () => {
    expect([budget({ hard: 10 }), budget({ soft: 10 }), budget({ soft: 5, hard: 10 })].map(warnAtOf)).toEqual(
      [8, 8, 5],
    );
    expect([budget({ hard: 10 }), budget({ soft: 10 }), budget({ soft: 5, hard: 10 })].map(amountOf)).toEqual(
      [10, 10, 10],
    );
  });

  it('is held, near, over or unknown', () => {
    const levels = [undefined, 0, 7.99, 8, 9.99, 10].map((used) => levelOf(budget({ hard: 10 }), used));
    expect(levels).toEqual(['unknown', 'held', 'held', 'near', 'near', 'over']);
  });

  it('is another one with another amount or for something else', () => {
    const all = [
      budget({ hard: 10 }),
      budget({ soft: 10 }),
      { ...budget({ hard: 10 }), project: 'a' } as const,
      { kind: 'scope', unit: 'tokens', hard: 10 } as const,
      { kind: 'scope', scope: '', unit: 'tokens', hard: 10 } as const,
      { kind: 'operation', operation: 'copy', unit: 'tokens', hard: 10 } as const,
      { kind: 'operation', operation: 'copy', unit: 'usd', hard: 10 } as const,
    ];
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });
});
