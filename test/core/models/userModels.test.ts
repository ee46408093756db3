import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUserModels, parseVendors } from '../../../src/core/models/userModels.ts';

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

describe('the schema of the setting in package.json', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
  const schema: Schema =
    manifest.contributes.configuration.properties['tokenMeter.models'].additionalProperties;

  it('offers what is understood, and nothing else', () => {
    const entry = buildExample(schema) as Record<string, object>;
    expect(parseUserModels({ mine: entry })).toEqual({ models: [{ id: 'mine', ...entry }], problems: [] });
    expect(Object.keys(entry)).toEqual([
      'label',
      'vendor',
      'tier',
      'contextWindow',
      'maxOutputTokens',
      'price',
    ]);
    const rates = ['input', 'output', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h'];
    expect(Object.keys(entry['price'] ?? {})).toEqual([...rates, 'longContext', 'fastFactor', 'batchFactor']);
  });
});

describe('parseVendors', () => {
  it('reads names and leaves out what is none', () => {
    expect(parseVendors([' Anthropic ', '', 7, null, 'Google'])).toEqual(['Anthropic', 'Google']);
    for (const odd of [undefined, null, 'Anthropic', { 0: 'x' }]) expect(parseVendors(odd)).toEqual([]);
  });
});

type Schema = { type: string; enum?: string[]; properties?: Record<string, Schema> };

/** A value with every field that a schema has. */
function buildExample({ type, enum: choices, properties }: Schema): unknown {
  if (choices !== undefined) return choices[0];
  if (type === 'string') return 'name';
  if (type !== 'object') return 1;
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, field]) => [name, buildExample(field)]),
  );
}
