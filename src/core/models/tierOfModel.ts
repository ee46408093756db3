import { canonicalModelId } from './canonicalModelId.ts';
import { findModel } from './catalogue.ts';
import type { Tier } from './modelInfo.ts';
import { findPrice } from './prices/findPrice.ts';
import type { UserModel } from './userModels.ts';

/** US dollars per million output tokens from which models of the catalogue are of a tier, the dearest first. */
const TIER_PRICES: readonly [fromUsd: number, tier: Tier][] = [
  [10, 'think'],
  [1.5, 'execute'],
  [0, 'bulk'],
];

/**
 * The tier of a model by its id as a log has it: what the user says, the catalogue's, else by its list price beside the catalogue's. `undefined` for a model that has
 * neither: nobody knows how strong it is.
 */
export function tierOfModel(id: string, userModels: readonly UserModel[] = []): Tier | undefined {
  const own = userModels.find((model) => canonicalModelId(model.id) === canonicalModelId(id));
  if (own?.tier !== undefined) return own.tier;
  const known = findModel(id) ?? findModel(canonicalModelId(id));
  if (known !== undefined) return known.tier;
  const price = own?.price ?? findPrice(id);
  return price && TIER_PRICES.find(([fromUsd]) => price.output >= fromUsd)?.[1];
}
