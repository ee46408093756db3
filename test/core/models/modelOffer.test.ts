import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/core/models/catalogue.ts';
import { offerModels, PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';

describe('offerModels', () => {
  it('is the catalogue where the user says nothing', () => {
    expect(offerModels([], [])).toEqual(PLAIN_OFFER);
  });

  it('lists the user’s own models first, and corrects the catalogue’s in their places', () => {
    const own = [
      { id: 'anthropic/claude-opus-5', label: 'My Opus' },
      { id: 'house-model', label: 'House' },
    ];
    const { models } = offerModels(own, []);
    expect(models.length).toBe(MODELS.length + 1);
    expect(models[0]).toMatchObject({ id: 'house-model', label: 'House' });
    expect(models.map(({ id }) => id).slice(1)).toEqual(MODELS.map(({ id }) => id));
    expect(models.find(({ label }) => label === 'My Opus')).toMatchObject({ contextWindow: 1_000_000 });
  });
});
