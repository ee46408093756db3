import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyTokensBefore } from '../../../../src/core/cost/plan/historyGrowth.ts';

const NO_HISTORY = { history: 'none', turnTokens: 500, windowTurns: 4, summaryTokens: 200 } as const;

describe('historyTokensBefore', () => {
  const tokensAt = (turn: number, history: 'full' | 'window' | 'windowAndSummary') =>
    historyTokensBefore(turn, { ...NO_HISTORY, history });

  it('grows by 500 tokens a turn to 10,000 at the 20th, and a window of four holds it at 2,000: 80 % less', () => {
    expect([1, 5, 10, 20].map((turn) => tokensAt(turn + 1, 'full'))).toEqual([500, 2_500, 5_000, 10_000]);
    expect(tokensAt(21, 'window')).toBe(2_000);
    expect(1 - tokensAt(21, 'window') / tokensAt(21, 'full')).toBe(0.8);
  });

  it('has a summary only once there is something before the window', () => {
    expect([1, 5, 6, 21].map((turn) => tokensAt(turn, 'windowAndSummary'))).toEqual([0, 2_000, 2_200, 2_200]);
  });

  it('is never more with a window than without', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(5000),
        fc.nat(50),
        (turn, turnTokens, windowTurns) => {
          const rule = { turnTokens, windowTurns, summaryTokens: 0 };
          const windowed = historyTokensBefore(turn, { ...rule, history: 'window' });
          expect(windowed).toBeLessThanOrEqual(historyTokensBefore(turn, { ...rule, history: 'full' }));
        },
      ),
    );
  });
});
