import type { ModelPrice } from './modelPrice.ts';

/** What the list lacks, by the ids that `normalizeModelId` makes. */
export const OWN_PRICES_DATE = '2026-11-22';
export const OWN_PRICES_SOURCE = 'the providers’ price pages; models.dev for fast modes';

/** Other names of models in the list. */
export const MODEL_ALIASES: Readonly<Record<string, string>> = {
  'gemini-3.1-pro': 'gemini-3.1-pro-preview',
  'gemini-3-pro': 'gemini-3-pro-preview',
  'gemini-3-flash': 'gemini-3-flash-preview',
  'mistral-small': 'mistral-small-latest',
  'llama-3.1-70b': 'llama-3.1-70b-instruct',
  'kimi-k2-0905': 'kimi-k2-0905-preview',
  'nemotron-3-nano': 'nemotron-3-nano-30b-a3b',
  'nemotron-3-super': 'nemotron-3-super-120b-a12b',
};

/** All prices times this in fast mode. */
export const FAST_FACTORS: Readonly<Record<string, number>> = {
  'claude-opus-5-5': 2,
  'claude-opus-4-8': 2,
  'claude-opus-4-7': 6,
  'claude-opus-4-6': 6,
  'gpt-5.6-sol': 2,
  'gpt-5.6-terra': 2,
  'gpt-5.6-luna': 2,
  'gpt-5.5': 2.5,
  'gpt-5.4': 2,
  'gpt-5.4-mini': 2,
  'gpt-5.2': 2,
  'gpt-5.1': 2,
  'gpt-5': 2,
  'gpt-5-mini': 1.8,
};

/** A name that means one model after another, and the day from which it means each; the first always did. */
export type ModelPeriod = { since?: string; model: string };

/** By ccusage and OpenUsage, which took the days from Codex's own list of models. */
export const MODEL_PERIODS: Readonly<Record<string, readonly ModelPeriod[]>> = {
  'codex-auto-review': [
    { model: 'gpt-5.4' },
    { since: '2026-04-23', model: 'gpt-5.5' },
    { since: '2026-07-09', model: 'gpt-5.6-luna' },
  ],
};

/** These vendors ask half for a batch that may take a day. */
const HALF_IN_BATCHES = /^(?:claude|gpt-[45]|o[134](?:-|$)|gemini-[23]|mistral)/;

export function batchFactorOf(id: string): number | undefined {
  return HALF_IN_BATCHES.test(id) ? 0.5 : undefined;
}

/** Claude since Opus 4.6 and Sonnet 4.6 asks a tenth more for inference in the United States alone. */
const DEARER_IN_US = /^claude-(?:(?:opus|sonnet)-4-[6-9]|[a-z]+-[5-9](?:-|$))/;
const US_FACTOR = 1.1;

export function usFactorOf(id: string): number | undefined {
  return DEARER_IN_US.test(id) ? US_FACTOR : undefined;
}

/** A price of our own and the day from which it holds; absent: always. */
export type OwnPrice = { since?: string; price: ModelPrice };

const SONNET_55 = {
  input: 2,
  output: 10,
  cacheWrite5m: 2.5,
  cacheWrite1h: 4,
  usFactor: US_FACTOR,
  batchFactor: 0.5,
} as const;

/** Prices of our own, the oldest first; they win over the list. Claude from Anthropic's price page, 2026-11-22. */
export const OWN_PRICES: Readonly<Record<string, readonly OwnPrice[]>> = {
  'claude-sonnet-5-5': [
    { price: { ...SONNET_55, cacheRead: 0.2 } },
    { since: '2026-10-07', price: { ...SONNET_55, cacheRead: 0.1 } },
  ],
  // The name has meant Small 4 since 2026-03, which the list has under its date only.
  'mistral-small-latest': [{ price: { input: 0.15, output: 0.6, cacheRead: 0.015, batchFactor: 0.5 } }],
  'claude-haiku-5-5': [
    {
      price: {
        input: 0.1,
        output: 0.5,
        cacheRead: 0.01,
        cacheWrite5m: 0.125,
        cacheWrite1h: 0.2,
        longContext: {
          aboveTokens: 100_000,
          input: 0.5,
          output: 2.5,
          cacheRead: 0.05,
          cacheWrite5m: 0.625,
          cacheWrite1h: 1,
        },
        usFactor: US_FACTOR,
        batchFactor: 0.5,
      },
    },
  ],
};
