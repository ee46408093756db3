import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL_ID, findModel, MODELS } from '../../../src/core/models/catalogue.ts';

describe('catalogue', () => {
  it('names each model once and has the default one', () => {
    expect(new Set(MODELS.map(({ id }) => id)).size).toBe(MODELS.length);
    expect(findModel(DEFAULT_MODEL_ID)?.label).toBe('GPT-5.4');
    expect(findModel('no-such-model')).toBeUndefined();
  });

  it('calls only counts in the vendor’s own vocabulary exact', () => {
    const exact = MODELS.filter(({ tokenizer }) => tokenizer.accuracy === 'exact');
    expect(new Set(exact.map(({ vendor }) => vendor))).toEqual(new Set(['OpenAI']));
    // Nobody has said which vocabulary the next generation has.
    expect(findModel('gpt-6-sol')?.tokenizer.accuracy).toBe('rough');
  });

  it('has a factor and a band for every kind of content of every other model', () => {
    for (const { id, tokenizer } of MODELS) {
      if (tokenizer.accuracy === 'exact') continue;
      for (const { factor, bandPercent } of Object.values(tokenizer.factors)) {
        expect(factor, id).toBeGreaterThanOrEqual(1);
        expect(bandPercent, id).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it('prices output above input, and long contexts above short ones', () => {
    for (const { id, price } of MODELS) {
      if (price === undefined) continue;
      expect(price.output, id).toBeGreaterThan(price.input);
      if (price.longContext === undefined) continue;
      expect(price.longContext.input, id).toBeGreaterThan(price.input);
    }
  });
});
