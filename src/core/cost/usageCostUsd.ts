import { findPrice } from '../models/prices/findPrice.ts';
import type { PriceFinder } from '../models/prices/priceFinder.ts';
import { contextTokensOf, type PricedUsage } from '../usage/usageRecord.ts';
import { requestCostUsd } from './requestCost.ts';

/**
 * What the provider's list price of that day, or the user's own, makes of a call, in US dollars; with a subscription it is only the
 * equivalent. Of a call that is known in part only this part is priced. `undefined` for a model without a known price and for a call without known tokens.
 */
export function usageCostUsd(usage: PricedUsage, priceOf: PriceFinder = findPrice): number | undefined {
  if (usage.model === undefined || (usage.inputTokens ?? usage.outputTokens) === undefined) return undefined;
  const terms = {
    isFast: usage.speed === 'fast',
    isUsOnly: usage.inferenceGeo === 'us',
    contextTokens: contextTokensOf(usage),
  };
  const costUsd = requestCostUsd(usage, priceOf(usage.model, usage.timestampMs), terms);
  return costUsd === undefined ? undefined : costUsd + (usage.webSearches ?? 0) * USD_PER_WEB_SEARCH;
}

const USD_PER_WEB_SEARCH = 0.01;
