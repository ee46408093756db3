/** The day the table below was checked, and against what. */
export const USAGE_PRICES_DATE = '2026-11-22';
export const USAGE_PRICES_SOURCE = '@pydantic/genai-prices 0.1.8';

/** US dollars per million tokens. An absent cache price means that the provider has none. */
export type TokenPrices = {
  input: number;
  output: number;
  cacheRead?: number;
  cacheWrite5m?: number;
  cacheWrite1h?: number;
};

export type UsagePrice = TokenPrices & {
  /** A request with more input, cache included, takes these for all its tokens, until the day where one is given. */
  longContext?: TokenPrices & { aboveTokens: number; until?: string };
  /** All prices times this in fast mode. */
  fastFactor?: number;
};

export const USD_PER_WEB_SEARCH = 0.01;

/** By the id that `priceIdOf` makes. */
export const USAGE_PRICES: Readonly<Record<string, UsagePrice>> = {
  'claude-fable-5': claude(10, 50),
  'claude-opus-5': claude(5, 25),
  'claude-opus-4-8': { ...claude(5, 25), fastFactor: 2 },
  'claude-opus-4-7': { ...claude(5, 25), fastFactor: 6 },
  'claude-opus-4-6': { ...claude(5, 25), fastFactor: 6, longContext: above200k(10, 37.5, '2026-03-13') },
  'claude-opus-4-5': claude(5, 25),
  'claude-opus-4-1': claude(15, 75),
  'claude-opus-4': claude(15, 75),
  'claude-sonnet-5': claude(2, 10),
  'claude-sonnet-4-6': { ...claude(3, 15), longContext: above200k(6, 22.5, '2026-03-13') },
  'claude-sonnet-4-5': { ...claude(3, 15), longContext: above200k(6, 22.5) },
  'claude-sonnet-4': { ...claude(3, 15), longContext: above200k(6, 22.5) },
  'claude-3-7-sonnet': claude(3, 15),
  'claude-3-5-sonnet': claude(3, 15),
  'claude-haiku-4-5': claude(1, 5),
  'claude-3-5-haiku': claude(0.8, 4),
  'gpt-5.6-sol': { input: 4, output: 20, cacheRead: 0.4, cacheWrite5m: 5 },
  'gpt-5.5': {
    ...cached(5, 30, 0.5),
    fastFactor: 2.5,
    longContext: { aboveTokens: 272_000, ...cached(10, 45, 1) },
  },
  'gpt-5.4': {
    ...cached(2.5, 15, 0.25),
    fastFactor: 2,
    longContext: { aboveTokens: 272_000, ...cached(5, 22.5, 0.5) },
  },
  'gpt-5.4-mini': cached(0.75, 4.5, 0.075),
  'gpt-5.3-codex': cached(1.75, 14, 0.175),
  'gpt-5.2': cached(1.75, 14, 0.175),
  'gpt-5.2-codex': cached(1.75, 14, 0.175),
  'gpt-5.1': cached(1.25, 10, 0.125),
  'gpt-5.1-codex': cached(1.25, 10, 0.125),
  'gpt-5': cached(1.25, 10, 0.125),
  'gpt-5-codex': cached(1.25, 10, 0.125),
  'gpt-5-mini': cached(0.25, 2, 0.025),
  'gpt-4o-mini': cached(0.15, 0.6, 0.075),
  'gpt-4': { input: 30, output: 60 },
  'gpt-3.5-turbo': { input: 0.5, output: 1.5 },
  'gemini-3.1-pro-preview': {
    ...cached(2, 12, 0.2),
    longContext: { aboveTokens: 200_000, ...cached(4, 18, 0.4) },
  },
  'gemini-2.5-pro': {
    ...cached(1.25, 10, 0.125),
    longContext: { aboveTokens: 200_000, ...cached(2.5, 15, 0.25) },
  },
  'gemini-2.5-flash': cached(0.3, 2.5, 0.03),
  'gemini-2.0-flash': cached(0.1, 0.4, 0.025),
  'grok-4': cached(3, 15, 0.75),
  'glm-4.5': cached(0.6, 2.2, 0.11),
  'kimi-k2-0905-preview': cached(0.6, 2.5, 0.15),
};

/** Anthropic's rule: a read costs a tenth of the input, a write 1.25 times, for an hour twice. */
function claude(input: number, output: number): TokenPrices {
  return { ...cached(input, output, input / 10), cacheWrite5m: input * 1.25, cacheWrite1h: input * 2 };
}

function cached(input: number, output: number, cacheRead: number): TokenPrices {
  return { input, output, cacheRead };
}

function above200k(input: number, output: number, until?: string) {
  return { aboveTokens: 200_000, ...claude(input, output), ...(until !== undefined && { until }) };
}
