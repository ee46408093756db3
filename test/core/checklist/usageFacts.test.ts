import { describe, expect, it } from 'vitest';
import { sumUsageFacts } from '../../../src/core/checklist/usageFacts.ts';
import { usageRow as row } from '../usage/usageRow.ts';

describe('sumUsageFacts', () => {
  it('tells shares and the trend', () => {
    const models = [
      row({
        requests: 10,
        inputTokens: 100,
        cacheReadTokens: 800,
        cacheWrite5mTokens: 60,
        cacheWrite1hTokens: 40,
      }),
      row({ key: 'claude-haiku-4-5-20251001', requests: 30, inputTokens: 1000 }),
    ];
    expect(sumUsageFacts(models, [row({ requests: 2, inputTokens: 80 })])).toEqual({
      requests: 40,
      thinkShare: 0.25,
      cacheHitRate: 0.4,
      inputPerRequest: 50,
      inputPerRequestBefore: 40,
    });
  });

  it('counts requests to models that nobody knows for no tier', () => {
    const models = [
      row({ requests: 1 }),
      row({ key: 'nobody', requests: 9 }),
      row({ key: undefined, requests: 9 }),
    ];
    expect(sumUsageFacts(models, []).thinkShare).toBe(1);
  });

  it('knows nothing where nothing was used', () => {
    expect(sumUsageFacts([], [])).toEqual({ requests: 0 });
  });
});
