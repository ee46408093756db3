import { usageCostUsd } from '../cost/usageCostUsd.ts';
import { canonicalModelId } from '../models/canonicalModelId.ts';
import { findModel } from '../models/catalogue.ts';
import type { ModelInfo, Tier } from '../models/modelInfo.ts';
import { offerModels } from '../models/modelOffer.ts';
import { modelsForTier } from '../models/modelsForTier.ts';
import { createPriceFinder } from '../models/prices/priceFinder.ts';
import { resolveModel } from '../models/resolveModel.ts';
import type { UserModel } from '../models/userModels.ts';
import type { PricedUsage } from '../usage/usageRecord.ts';

/** What models cost, are, and can be replaced by: as the lists have it, unless the user says otherwise. */
export type ModelTerms = {
  /** In US dollars; NaN without a price. */
  costUsd: (usage: PricedUsage) => number;
  labelOf: (modelId: string) => string;
  /** `undefined` for a model of which neither we nor the user know it. */
  tierOf: (modelId: string) => Tier | undefined;
  /** The first priced model of a tier for who uses `modelId`: of its vendor, else of those that the user puts first. */
  alternativeTo: (modelId: string, tier: Tier) => ModelInfo | undefined;
};

/** Terms with the user's own models and the vendors that come first. */
export function createModelTerms(
  userModels: readonly UserModel[] = [],
  vendors: readonly string[] = [],
): ModelTerms {
  const priceOf = createPriceFinder(userModels);
  const tiers = new Map<string, Tier | undefined>();
  return {
    costUsd: (usage) => usageCostUsd(usage, priceOf) ?? Number.NaN,
    labelOf: (modelId) => resolveModel(modelId, userModels).label,
    tierOf: (modelId) => {
      if (!tiers.has(modelId)) tiers.set(modelId, findTier(modelId, userModels));
      return tiers.get(modelId);
    },
    alternativeTo: (modelId, tier) => {
      const usable = [resolveModel(modelId, userModels).vendor, ...vendors];
      return modelsForTier(tier, offerModels(userModels, usable)).find(
        ({ vendor, price }) => price !== undefined && isAmong(vendor, usable),
      );
    },
  };
}

/** What holds where the user has said nothing. */
export const LIST_TERMS: ModelTerms = createModelTerms();

/** A model of which only the price is known is given a tier by the catalogue, which says nothing here. */
function findTier(modelId: string, userModels: readonly UserModel[]): Tier | undefined {
  const id = canonicalModelId(modelId);
  const isKnown =
    (findModel(modelId) ?? findModel(id)) !== undefined ||
    userModels.some((own) => own.tier !== undefined && canonicalModelId(own.id) === id);
  return isKnown ? resolveModel(modelId, userModels).tier : undefined;
}

function isAmong(vendor: string, vendors: readonly string[]): boolean {
  return vendors.some((name) => name.toLowerCase() === vendor.toLowerCase());
}
