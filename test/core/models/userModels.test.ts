import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUserModels } from '../../../src/core/models/userModels.ts';

describe('parseUserModels', () => {
  it('reads models and corrections of models', () => {
    const price = { input: 1, output: 2, longContext: { aboveTokens: 1000, input: 2, output: 4 } };
    expect(
      parseUserModels({
        'my-model': { label: 'Mine', tier: 'bulk', price },
        'gpt-5.4': { contextWindow: 9 },
      }),
    ).toEqual({
      models: [
        { id: 'my-model', label: 'Mine', tier: 'bulk', price },
        { id: 'gpt-5.4', contextWindow: 9 },
      ],
      problems: [],
    });
    expect(parseUserModels(undefined)).toEqual({ models: [], problems: [] });
  });

  it.each([
    [
      { price: { input: -1, output: 2 } },
      '.price.input must be a number from 0 to 1000000, in US dollars per million tokens.',
    ],
    [
      { price: { input: Number.NaN, output: 2 } },
      '.price.input must be a number from 0 to 1000000, in US dollars per million tokens.',
    ],
    [{ price: { input: 1 } }, '.price.output is missing.'],
    [{ price: 3 }, '.price must be an object.'],
    [{ tier: 'cheap' }, '.tier must be one of think, execute, bulk, none.'],
    [{ contextWindow: 1e12 }, '.contextWindow must be a whole number from 1 to 1000000000.'],
    [{ window: 5 }, '.window is not known here.'],
    ['gpt-5.4', ' must be an object.'],
  ])('names the field that is wrong: %j', (entry, message) => {
    const { models, problems } = parseUserModels({ bad: entry, good: {} });
    expect(problems).toEqual([`tokenMeter.models["bad"]${message}`]);
    expect(models).toEqual([{ id: 'good' }]);
  });

  it('takes any setting without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (setting) => {
        expect(parseUserModels(setting)).toEqual({ models: expect.any(Array), problems: expect.any(Array) });
      }),
    );
  });
});
