import type { ModelInfo, Tier } from './modelInfo.ts';
import { type ModelOffer, PLAIN_OFFER } from './modelOffer.ts';

const MOST_MODELS = 3;

/**
 * Models of a tier to choose from, at most three: one of each vendor, the user's own or the best known; the vendors of the offer come first in
 * their own order, whatever their case. No model for `none`.
 */
export function modelsForTier(
  tier: Tier,
  { models, vendors }: ModelOffer = PLAIN_OFFER,
): readonly ModelInfo[] {
  const wanted = vendors.map((vendor) => vendor.toLowerCase());
  const rank = ({ vendor }: ModelInfo) => {
    const at = wanted.indexOf(vendor.toLowerCase());
    return at === -1 ? wanted.length : at;
  };
  const ofTier = models.filter((model) => model.tier === tier).toSorted((a, b) => rank(a) - rank(b));
  const isFirst = ({ vendor }: ModelInfo, index: number) =>
    ofTier.findIndex((model) => model.vendor === vendor) === index;
  return ofTier.filter(isFirst).slice(0, MOST_MODELS);
}
