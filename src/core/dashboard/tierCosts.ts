import { type PricedText, priceOn } from '../cost/priceOn.ts';
import type { ModelInfo, Tier } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import { modelsForTier } from '../models/modelsForTier.ts';
import type { TextCount } from '../tokens/tokenCount.ts';

/** What sending a text once costs on a tier, on the first of its models for which that is known. */
export type TierCost = { tier: Tier; model: ModelInfo } & Required<PricedText>;

/** The tiers with a model, the dearest work first; one without a known price is left out. `counted` is in the encoding of `chosen`. */
export function listTierCosts(counted: TextCount, chosen: ModelInfo, offer: ModelOffer): readonly TierCost[] {
  return PAID_TIERS.flatMap((tier) => findTierCost(tier, counted, chosen, offer) ?? []);
}

/** `undefined` where no model of the tier has a known price for the text. */
export function findTierCost(
  tier: Tier,
  counted: TextCount,
  chosen: ModelInfo,
  offer: ModelOffer,
): TierCost | undefined {
  for (const model of modelsForTier(tier, offer)) {
    const { count, costUsd } = priceOn(model, counted, chosen);
    if (count !== undefined && costUsd !== undefined) return { tier, model, count, costUsd };
  }
  return undefined;
}

const PAID_TIERS = ['think', 'execute', 'bulk'] as const satisfies readonly Tier[];
