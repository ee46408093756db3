import type { ModelPrice } from '../models/modelInfo.ts';

/**
 * What `inputTokens` cost as the input of one request, in US dollars, without output and without a cache.
 * Over the long-context line the whole request takes the higher price. `undefined` for an unpriced model.
 */
export function inputCostUsd(inputTokens: number, price: ModelPrice | undefined): number | undefined {
  if (price === undefined) return undefined;
  const { longContext } = price;
  const isLong = longContext !== undefined && inputTokens > longContext.aboveTokens;
  return (inputTokens * (isLong ? longContext : price).inputPricePerMillion) / 1_000_000;
}
