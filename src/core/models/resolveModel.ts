import { canonicalModelId } from './canonicalModelId.ts';
import { findModel, unknownModel } from './catalogue.ts';
import type { ModelInfo } from './modelInfo.ts';
import type { UserModel } from './userModels.ts';

/**
 * The model that an id means, with or without a host's prefix, a date or a version behind it. What the user says of it wins over the catalogue,
 * the catalogue over the price list; of a model that nobody knows the window and the price are unknown.
 */
export function resolveModel(id: string, userModels: readonly UserModel[] = []): ModelInfo {
  const canonicalId = canonicalModelId(id);
  const listed = findModel(id) ?? findModel(canonicalId);
  const own =
    userModels.find((model) => model.id === id) ??
    userModels.find((model) => canonicalModelId(model.id) === canonicalId);
  const base = listed ?? unknownModel(id);
  // However the user writes the id of a listed model, it stays this model.
  return own === undefined ? base : { ...base, ...own, id: listed?.id ?? own.id };
}
