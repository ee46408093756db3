import { describe, expect, it } from 'vitest';
import { findPrice } from '../../../../src/core/models/prices/findPrice.ts';
import { createPriceFinder } from '../../../../src/core/models/prices/priceFinder.ts';

const DAY = Date.UTC(2026, 2, 1);

describe('createPriceFinder', () => {
  it('lets the user’s price win at any time and under any name of the model', () => {
    const priceOf = createPriceFinder([{ id: 'anthropic/claude-opus-4.6', price: { input: 1, output: 2 } }]);
    for (const id of ['claude-opus-4-6', 'us.anthropic.claude-opus-4-6-v1', 'claude-opus-4-6[1m]']) {
      expect(priceOf(id, DAY)).toEqual({ input: 1, output: 2 });
      expect(priceOf(id, 0)).toEqual({ input: 1, output: 2 });
    }
  });

  it('has the list prices of all other models', () => {
    const priceOf = createPriceFinder([
      { id: 'mine', price: { input: 1, output: 2 } },
      { id: 'gpt-4', tier: 'bulk' },
    ]);
    for (const id of ['gpt-4', 'claude-opus-4-6', 'nobody-knows']) {
      expect(priceOf(id, DAY)).toEqual(findPrice(id, DAY));
    }
  });
});
