import { describe, expect, it } from 'vitest';
import { offerModels, PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { modelsForTier } from '../../../src/core/models/modelsForTier.ts';

const idsOf = (...args: Parameters<typeof modelsForTier>) => modelsForTier(...args).map(({ id }) => id);

describe('modelsForTier', () => {
  it('names the best known model of up to three vendors', () => {
    expect(idsOf('think')).toEqual(['gpt-5.5', 'claude-opus-5-5', 'gemini-3.1-pro-preview']);
    expect(idsOf('none')).toEqual([]);
  });

  it('puts the user’s vendors first, in the user’s order', () => {
    expect(idsOf('think', { ...PLAIN_OFFER, vendors: ['xai', 'Anthropic'] })).toEqual([
      'grok-4',
      'claude-opus-5-5',
      'gpt-5.5',
    ]);
  });

  it('puts a model of the user’s own before those of the catalogue, and obeys the user’s tiers', () => {
    const own = [
      { id: 'house-model', vendor: 'House', tier: 'bulk' },
      { id: 'claude-opus-5-5', tier: 'bulk' },
    ] as const;
    expect(idsOf('bulk', offerModels(own, []))).toEqual(['house-model', 'gpt-4o-mini', 'claude-opus-5-5']);
    expect(idsOf('execute', offerModels(own, ['anthropic']))[0]).toBe('claude-sonnet-5-5');
  });
});
