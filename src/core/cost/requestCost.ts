import type { ModelPrice, TokenPrices } from '../models/prices/modelPrice.ts';
import { inputWithCache } from '../usage/usageRecord.ts';
import { toUsd } from './picoUsd.ts';

/** Tokens of one request by kind; `inputTokens` is without what comes from a cache or goes into it. Absent is none. */
export type RequestTokens = {
  inputTokens?: number;
  outputTokens?: number;
  cacheReadTokens?: number;
  cacheWrite5mTokens?: number;
  cacheWrite1hTokens?: number;
};

/** How a request is sent; `contextTokens` where the tokens stand for several requests: the input of one of them, cache included. */
export type RequestTerms = {
  isFast?: boolean;
  isUsOnly?: boolean;
  isBatch?: boolean;
  contextTokens?: number;
};

/**
 * What a request costs in US dollars by a price. Summed in whole millionths of a millionth of a dollar, so that no cent is lost in any sum of
 * any size, and rounded once, to the nearest number. `undefined` without a price and for tokens that are no numbers.
 */
export function requestCostUsd(
  tokens: RequestTokens,
  price: ModelPrice | undefined,
  terms: RequestTerms = {},
): number | undefined {
  const picoUsd = requestCostPicoUsd(tokens, price, terms);
  return picoUsd === undefined ? undefined : toUsd(picoUsd);
}

/** The same as an exact number of 10⁻¹² dollars. */
export function requestCostPicoUsd(
  tokens: RequestTokens,
  price: ModelPrice | undefined,
  { isFast, isUsOnly, isBatch, contextTokens = inputWithCache(tokens) }: RequestTerms = {},
): bigint | undefined {
  if (price === undefined) return undefined;
  const { longContext, fastFactor = 1, usFactor = 1, batchFactor = 1 } = price;
  const prices = longContext !== undefined && contextTokens > longContext.aboveTokens ? longContext : price;
  const factor = (isFast ? fastFactor : 1) * (isUsOnly ? usFactor : 1) * (isBatch ? batchFactor : 1);
  const parts = partsOf(tokens, prices);
  if (!parts.every(([count]) => Number.isFinite(count))) return undefined;
  return parts.reduce(
    (sum, [count, perMillion]) => sum + toWhole(count) * toWhole(perMillion * factor * MICRO),
    0n,
  );
}

const MICRO = 1_000_000;

/** Each kind with its price. What a provider has no price for costs what the input costs. */
function partsOf(tokens: RequestTokens, prices: TokenPrices): [count: number, perMillion: number][] {
  const { input, output, cacheRead = input, cacheWrite5m = input, cacheWrite1h = cacheWrite5m } = prices;
  return [
    [tokens.inputTokens ?? 0, input],
    [tokens.outputTokens ?? 0, output],
    [tokens.cacheReadTokens ?? 0, cacheRead],
    [tokens.cacheWrite5mTokens ?? 0, cacheWrite5m],
    [tokens.cacheWrite1hTokens ?? 0, cacheWrite1h],
  ];
}

/** Estimated tokens may have fractions; a price has at most six digits behind the point. */
function toWhole(value: number): bigint {
  return BigInt(Math.round(value));
}
