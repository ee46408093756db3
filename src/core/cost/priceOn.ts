import type { ModelInfo } from '../models/modelInfo.ts';
import { countForModel, type TextCount, type TokenCount } from '../tokens/tokenCount.ts';
import { inputCostUsd } from './inputCostUsd.ts';

/** A text in a model's own tokens, with the price of sending it once; each is absent where it is unknown. */
export type PricedText = { count?: TokenCount; costUsd?: number };

/**
 * What a text that was counted in the encoding of `countedFor` comes to on another model. Nothing is known for a model of another encoding:
 * two encodings count alike, not the same, and a count in the other one would pass for exact.
 */
export function priceOn(model: ModelInfo, counted: TextCount | undefined, countedFor: ModelInfo): PricedText {
  if (counted === undefined || model.tokenizer.encoding !== countedFor.tokenizer.encoding) return {};
  const count = countForModel(counted, model.tokenizer);
  const costUsd = inputCostUsd(count.tokens, model.price);
  return { count, ...(costUsd !== undefined && { costUsd }) };
}
