import { describe, expect, it } from 'vitest';
import { listTierCosts } from '../../../src/core/dashboard/tierCosts.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { offerModels, PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';

const gpt = findModel('gpt-5.4') ?? expect.fail('no model');
const text = { tokens: 1_000_000, mix: CODE_ONLY };

describe('listTierCosts', () => {
  it('prices a text on the first model of each tier', () => {
    const rows = listTierCosts({ ...text, tokens: 100_000 }, gpt, PLAIN_OFFER);
    expect(rows.map(({ tier, model, costUsd }) => [tier, model.id, costUsd])).toEqual([
      ['think', 'gpt-5.5', 0.5],
      ['execute', 'gpt-5.4-mini', 0.075],
      ['bulk', 'gpt-4o-mini', 0.015],
    ]);
  });

  it('passes over models without a price and vocabularies that the text was not counted in', () => {
    const own = [
      { id: 'house-model', vendor: 'House', tier: 'bulk' },
      { id: 'gpt-4-house', vendor: 'Old', tier: 'bulk', price: { input: 1, output: 1 } },
    ] as const;
    const bulk = listTierCosts(text, gpt, offerModels(own, [])).find(({ tier }) => tier === 'bulk');
    expect(bulk).toMatchObject({ model: { id: 'gpt-4o-mini' }, costUsd: 0.15 });
    const old = findModel('gpt-4') ?? expect.fail('no model');
    expect(listTierCosts(text, old, PLAIN_OFFER)).toEqual([]);
  });
});
