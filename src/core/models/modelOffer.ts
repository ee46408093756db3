import { canonicalModelId } from './canonicalModelId.ts';
import { MODELS } from './catalogue.ts';
import type { ModelInfo } from './modelInfo.ts';
import { resolveModel } from './resolveModel.ts';
import type { UserModel } from './userModels.ts';

/** What there is to choose from: every model, and the vendors that come first among those of a tier. */
export type ModelOffer = { models: readonly ModelInfo[]; vendors: readonly string[] };

/** The catalogue with nothing of the user's own. */
export const PLAIN_OFFER: ModelOffer = { models: MODELS, vendors: [] };

/** The user's own models first, then the catalogue as the user has corrected it. */
export function offerModels(userModels: readonly UserModel[], vendors: readonly string[]): ModelOffer {
  const listed = new Set(MODELS.map(({ id }) => id));
  const own = userModels.filter(({ id }) => !listed.has(canonicalModelId(id)) && !listed.has(id));
  return { models: [...own, ...MODELS].map(({ id }) => resolveModel(id, userModels)), vendors };
}
