import { normalizeModelId } from './normalizeModelId.ts';
import { MODEL_ALIASES } from './prices/ownPrices.ts';

/** The one id that the tables here have a model under, from an id as anyone writes it. */
export function canonicalModelId(id: string): string {
  const bare = normalizeModelId(id);
  return (Object.hasOwn(MODEL_ALIASES, bare) ? MODEL_ALIASES[bare] : undefined) ?? bare;
}
