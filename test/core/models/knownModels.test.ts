import { describe, expect, it } from 'vitest';
import { requestCostUsd } from '../../../src/core/cost/requestCost.ts';
import { CATALOGUE_DATE, CATALOGUE_SOURCE } from '../../../src/core/models/catalogue.ts';
import { findPrice } from '../../../src/core/models/prices/findPrice.ts';
import { LIST_PRICES_DATE, LIST_PRICES_SOURCE } from '../../../src/core/models/prices/listPrices.ts';
import { OWN_PRICES_DATE, OWN_PRICES_SOURCE } from '../../../src/core/models/prices/ownPrices.ts';
import { resolveModel } from '../../../src/core/models/resolveModel.ts';

/** The models that the articles on saving tokens name, and today's: as an article writes them, id, price in and out, window, longest answer. */
const KNOWN = [
  ['Opus 4.6', 'claude-opus-4-6', 5, 25, 1_000_000, 128_000],
  ['Opus 4.7', 'claude-opus-4-7', 5, 25, 1_000_000, 128_000],
  ['Opus 4.8', 'claude-opus-4-8', 5, 25, 1_000_000, 128_000],
  ['Sonnet 4.6', 'claude-sonnet-4-6', 3, 15, 1_000_000, 64_000],
  ['Haiku 4.5', 'claude-haiku-4-5', 1, 5, 200_000, 64_000],
  ['claude-3-haiku', 'claude-3-haiku', 0.25, 1.25, 200_000, 4_096],
  ['GPT-5.4', 'gpt-5.4', 2.5, 15, 1_050_000, 128_000],
  ['GPT-5.4-mini', 'gpt-5.4-mini', 0.75, 4.5, 400_000, 128_000],
  ['GPT-5.5', 'gpt-5.5', 5, 30, 1_050_000, 128_000],
  ['Gemini 3.1 Pro', 'gemini-3.1-pro-preview', 2, 12, 1_048_576, 65_536],
  ['Gemini 2.0 Flash', 'gemini-2.0-flash', 0.1, 0.4, 1_048_576, 8_192],
  // Its longest answer is told differently by every source.
  ['Grok 4', 'grok-4', 3, 15, 256_000, undefined],
  ['Qwen 3', 'qwen3-235b-a22b', 0.13, 0.6, 131_072, 16_384],
  ['GLM-4.5', 'glm-4.5', 0.6, 2.2, 131_072, 98_304],
  ['Kimi K2', 'kimi-k2-0905-preview', 0.6, 2.5, 262_144, 262_144],
  ['Mistral Small', 'mistral-small-latest', 0.15, 0.6, 256_000, 256_000],
  ['Llama 3.1 70B', 'llama-3.1-70b-instruct', 0.1, 0.28, 131_072, 16_384],
  ['DeepSeek V3.2', 'deepseek-v3.2', 0.2288, 0.3432, 128_000, 64_000],
  ['Nemotron 3', 'nemotron-3-nano-30b-a3b', 0.05, 0.2, 262_144, 228_000],
  ['gpt-4', 'gpt-4', 30, 60, 8_192, 8_192],
  ['gpt-4o-mini', 'gpt-4o-mini', 0.15, 0.6, 128_000, 16_384],
  ['gpt-3.5-turbo', 'gpt-3.5-turbo', 0.5, 1.5, 16_385, 4_096],
  ['Sonnet 5', 'claude-sonnet-5', 2, 10, 1_000_000, 128_000],
  ['Opus 5', 'claude-opus-5', 5, 25, 1_000_000, 128_000],
  ['Fable 5', 'claude-fable-5', 10, 50, 1_000_000, 128_000],
  ['Fable 5.1', 'claude-fable-5-1', 10, 50, 1_000_000, 128_000],
  ['Opus 5.5', 'claude-opus-5-5', 4, 20, 1_000_000, 128_000],
  ['Sonnet 5.5', 'claude-sonnet-5-5', 2, 10, 1_000_000, 128_000],
  ['Haiku 5.5', 'claude-haiku-5-5', 0.1, 0.5, 1_000_000, 128_000],
  ['GPT-5.3 Codex', 'gpt-5.3-codex', 1.75, 14, 400_000, 128_000],
  ['GPT-5.6 Sol', 'gpt-5.6-sol', 4, 20, 1_050_000, 128_000],
  ['GPT-6 Sol', 'gpt-6-sol', 2, 10, 1_050_000, 128_000],
] as const;

const cost = (id: string, tokens: object, terms?: object) =>
  requestCostUsd(tokens, resolveModel(id).price, terms);

describe('the models that are named and used', () => {
  it('cost what they cost then: a cached token of Sonnet 5.5 is half as dear since October', () => {
    const readPrice = (day: string) => findPrice('claude-sonnet-5-5', Date.parse(day))?.cacheRead;
    expect([readPrice('2026-10-06'), readPrice('2026-10-07')]).toEqual([0.2, 0.1]);
  });

  it.each(KNOWN)(
    '%s has its price, window and longest answer',
    (_name, id, input, output, window, longest) => {
      const { price, contextWindow, maxOutputTokens } = resolveModel(id);
      expect([price?.input, price?.output, contextWindow, maxOutputTokens]).toEqual([
        input,
        output,
        window,
        longest,
      ]);
    },
  );

  it('come with the day and the source of what is said of them', () => {
    for (const day of [CATALOGUE_DATE, LIST_PRICES_DATE, OWN_PRICES_DATE])
      expect(Date.parse(day)).not.toBeNaN();
    for (const source of [CATALOGUE_SOURCE, LIST_PRICES_SOURCE, OWN_PRICES_SOURCE]) {
      expect(source.length).toBeGreaterThan(20);
    }
  });

  it.each([
    ['gpt-5.4', 272_000, { inputTokens: 272_001, outputTokens: 1_000_000 }, 272_001 * 5e-6 + 22.5],
    ['gpt-5.5', 272_000, { inputTokens: 272_001, outputTokens: 1_000_000 }, 272_001 * 10e-6 + 45],
    ['gemini-3.1-pro', 200_000, { inputTokens: 200_001, outputTokens: 1_000_000 }, 200_001 * 4e-6 + 18],
    ['claude-haiku-5-5', 100_000, { inputTokens: 100_001, outputTokens: 1_000_000 }, 100_001 * 0.5e-6 + 2.5],
  ])('%s takes the higher price for the whole request above %d', (id, line, tokens, usd) => {
    expect(cost(id, tokens)).toBeCloseTo(usd, 9);
    const { price } = resolveModel(id);
    expect(cost(id, { inputTokens: line })).toBeCloseTo((line * (price?.input ?? 0)) / 1e6, 9);
  });

  it.each(['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-opus-5-5'])('%s has no surcharge', (id) => {
    expect(resolveModel(id).price).not.toHaveProperty('longContext');
  });

  it.each([
    ['claude-opus-4-6', 30, 150],
    ['claude-opus-4-7', 30, 150],
    ['claude-opus-4-8', 10, 50],
    ['claude-opus-5-5', 8, 40],
  ])('%s in fast mode asks $%d and $%d', (id, input, output) => {
    expect(cost(id, { inputTokens: 1e6 }, { isFast: true })).toBeCloseTo(input, 9);
    expect(cost(id, { outputTokens: 1e6 }, { isFast: true })).toBeCloseTo(output, 9);
  });

  it.each(['claude-opus-5', 'claude-haiku-5-5', 'gpt-5.4', 'gpt-4o-mini', 'gemini-3.1-pro', 'mistral-small'])(
    '%s asks half in a batch',
    (id) => {
      const tokens = { inputTokens: 50_000, outputTokens: 1_000 };
      expect(cost(id, tokens, { isBatch: true })).toBeCloseTo((cost(id, tokens) ?? 0) / 2, 12);
    },
  );
});
