import type { ModelPrice } from '../models/prices/modelPrice.ts';
import { requestCostUsd } from './requestCost.ts';

/**
 * What `inputTokens` cost as the input of one request, in US dollars, without output and without a cache.
 * Over the long-context line the whole request takes the higher price. `undefined` for an unpriced model.
 */
export function inputCostUsd(inputTokens: number, price: ModelPrice | undefined): number | undefined {
  return requestCostUsd({ inputTokens }, price);
}
