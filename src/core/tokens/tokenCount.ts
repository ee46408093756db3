import type { EncodingName } from './encoding.ts';

/** How far a number of tokens can be trusted. */
export const ACCURACIES = ['exact', 'calibrated', 'rough'] as const;
export type Accuracy = (typeof ACCURACIES)[number];

/** A number of tokens, never without its accuracy. `bandPercent` is the half width of the error band, 0 when exact. */
export type TokenCount = { tokens: number; accuracy: Accuracy; bandPercent: number };

/** How a model's tokens follow from an exact count in one of our vocabularies. */
export type TokenizerModel = {
  encoding: EncodingName;
  /** Tokens of the model per token of `encoding`. */
  factor: number;
  accuracy: Accuracy;
  bandPercent: number;
};

/** Turns an exact count in `tokenizer.encoding` into the model's own count. */
export function countForModel(encodingTokens: number, tokenizer: TokenizerModel): TokenCount {
  const { factor, accuracy, bandPercent } = tokenizer;
  return { tokens: Math.round(encodingTokens * factor), accuracy, bandPercent };
}
