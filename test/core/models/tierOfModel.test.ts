import { expect, it } from 'vitest';
import { MODELS } from '../../../src/core/models/catalogue.ts';
import { tierOfModel } from '../../../src/core/models/tierOfModel.ts';

it("is the catalogue's, whatever host or date stands in the id", () => {
  for (const { id, tier } of MODELS) expect(tierOfModel(id)).toBe(tier);
  expect(tierOfModel('us.anthropic.claude-haiku-4-5-20251001-v1:0')).toBe('execute');
});

it.each([
  ['claude-sonnet-4-5-20250929', 'think'],
  ['gpt-5-mini', 'execute'],
  ['gpt-4.1-nano', 'bulk'],
])('is what the list price of %s says where the catalogue has no such model: %s', (id, tier) => {
  expect(tierOfModel(id)).toBe(tier);
});

it('is unknown for a model without a price', () => {
  expect(tierOfModel('nobody-knows')).toBeUndefined();
});
