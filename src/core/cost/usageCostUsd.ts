import { contextTokensOf, type PricedUsage } from '../usage/usageRecord.ts';
import { type TokenPrices, USAGE_PRICES, USD_PER_WEB_SEARCH, type UsagePrice } from './usagePrices.ts';

/**
 * What the provider's list price makes of a call, in US dollars; with a subscription it is only the equivalent. Of a call that is known in
 * part only this part is priced. `undefined` for a model without a known price and for a call without known tokens.
 */
export function usageCostUsd(usage: PricedUsage): number | undefined {
  const price = usage.model === undefined ? undefined : findUsagePrice(usage.model);
  if (price === undefined || (usage.inputTokens ?? usage.outputTokens) === undefined) return undefined;
  const prices = pricesFor(usage, price);
  const { input, output, cacheRead = input, cacheWrite5m = input, cacheWrite1h = cacheWrite5m } = prices;
  const perMillion =
    (usage.inputTokens ?? 0) * input +
    (usage.cacheReadTokens ?? 0) * cacheRead +
    (usage.cacheWrite5mTokens ?? 0) * cacheWrite5m +
    (usage.cacheWrite1hTokens ?? 0) * cacheWrite1h +
    (usage.outputTokens ?? 0) * output;
  const factor = usage.speed === 'fast' ? (price.fastFactor ?? 1) : 1;
  return (perMillion * factor) / 1_000_000 + (usage.webSearches ?? 0) * USD_PER_WEB_SEARCH;
}

/** The price by an id as tools log it: with a vendor before it, a date behind it, dots or dashes in its version. */
export function findUsagePrice(model: string): UsagePrice | undefined {
  const known = found.get(model);
  if (known !== undefined || found.has(model)) return known;
  const id = priceIdOf(model);
  const price = Object.hasOwn(USAGE_PRICES, id) ? USAGE_PRICES[id] : undefined;
  if (found.size < MOST_FOUND) found.set(model, price);
  return price;
}

/** Ids are few and asked for with every record. */
const found = new Map<string, UsagePrice | undefined>();
const MOST_FOUND = 1000;

export function priceIdOf(model: string): string {
  const bare = model
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^(us|eu|apac|global)\./, '')
    .replace(/^anthropic\./, '')
    .replace(/\[1m\]$/, '')
    .replace(/-v\d+(:\d+)?$/, '')
    .replace(/[-@]20\d{2}-?\d{2}-?\d{2}$/, '');
  return bare.startsWith('claude') ? bare.replaceAll('.', '-') : bare;
}

function pricesFor(usage: PricedUsage, price: UsagePrice): TokenPrices {
  const { longContext } = price;
  if (longContext === undefined || contextTokensOf(usage) <= longContext.aboveTokens) return price;
  const isOver = longContext.until !== undefined && usage.timestampMs >= Date.parse(longContext.until);
  return isOver ? price : longContext;
}
