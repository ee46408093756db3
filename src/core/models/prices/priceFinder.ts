import { canonicalModelId } from '../canonicalModelId.ts';
import type { UserModel } from '../userModels.ts';
import { findPrice } from './findPrice.ts';
import type { ModelPrice } from './modelPrice.ts';

/** The price of a model at a time, by its id as anyone writes it; `undefined` for an unpriced one. */
export type PriceFinder = (modelId: string, atMs: number) => ModelPrice | undefined;

/** The list prices, but the user's own where there is one: it holds at all times. */
export function createPriceFinder(userModels: readonly UserModel[] = []): PriceFinder {
  const own = new Map(
    userModels.flatMap(({ id, price }) =>
      price === undefined ? [] : [[canonicalModelId(id), price] as const],
    ),
  );
  if (own.size === 0) return findPrice;
  return (modelId, atMs) => own.get(canonicalModelId(modelId)) ?? findPrice(modelId, atMs);
}
