import { describe, expect, it } from 'vitest';
import { findExceeded } from '../../../src/core/advice/exceededBudget.ts';
import type { UseState } from '../../../src/core/budget/currentUse.ts';

const SCOPE = { kind: 'scope', unit: 'tokens', hard: 3_000 } as const;

describe('findExceeded', () => {
  it('names the budget as the user knows it, and says how much is too much', () => {
    const states: UseState[] = [
      { budget: SCOPE, used: 4_000, level: 'over' },
      {
        budget: { kind: 'operation', operation: 'planStage', unit: 'usd', soft: 0.5 },
        used: 1,
        level: 'over',
      },
    ];
    expect(findExceeded(states)).toEqual([
      { name: 'Each scope', amount: '3,000 tokens', overShare: 0.25, isOfStage: false },
      { name: 'Each stage of a plan', amount: '$0.50', overShare: 0.5, isOfStage: true },
    ]);
  });

  it.each([
    ['what is just held', 3_000],
    ['what is not known', undefined],
  ])('leaves out %s', (_, used) => {
    const state: UseState = { budget: SCOPE, level: 'unknown', ...(used !== undefined && { used }) };
    expect(findExceeded([state])).toEqual([]);
  });
});
