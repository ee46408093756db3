import type { ContentMix } from './contentMix.ts';
import type { EncodingName } from './encoding.ts';

/** How far a number of tokens can be trusted. */
export const ACCURACIES = ['exact', 'calibrated', 'rough'] as const;
export type Accuracy = (typeof ACCURACIES)[number];

/** A number of tokens, never without its accuracy. `bandPercent` is the half width of the error band, 0 when exact. */
export type TokenCount = { tokens: number; accuracy: Accuracy; bandPercent: number };

/** An exact count in one of our vocabularies, with what the text consists of. */
export type TextCount = { tokens: number; mix: ContentMix };

/** Tokens of the model per token of our vocabulary, and the half width of the error band. */
export type Factor = { factor: number; bandPercent: number };

/** How a model's tokens follow from an exact count in one of our vocabularies. */
export type TokenizerModel =
  | { encoding: EncodingName; accuracy: 'exact' }
  | { encoding: EncodingName; accuracy: 'calibrated' | 'rough'; factors: Record<keyof ContentMix, Factor> };

/** Turns an exact count in the model's `encoding` into its own count. The band is the widest of the kinds of content present. */
export function countForModel({ tokens, mix }: TextCount, tokenizer: TokenizerModel): TokenCount {
  if (tokenizer.accuracy === 'exact') return { tokens, accuracy: 'exact', bandPercent: 0 };
  let [factor, bandPercent] = [0, 0];
  for (const kind of ['prose', 'code', 'nonLatin'] as const) {
    factor += mix[kind] * tokenizer.factors[kind].factor;
    if (mix[kind] >= NEGLIGIBLE) bandPercent = Math.max(bandPercent, tokenizer.factors[kind].bandPercent);
  }
  return { tokens: Math.round(tokens * factor), accuracy: tokenizer.accuracy, bandPercent };
}

/** A few foreign words do not widen the band of a whole file. */
const NEGLIGIBLE = 0.05;

/** The count of texts taken together; the mix follows their sizes. */
export function sumTextCounts(counts: readonly TextCount[]): TextCount {
  const tokens = counts.reduce((sum, count) => sum + count.tokens, 0);
  const share = (kind: keyof ContentMix) =>
    tokens === 0
      ? Number(kind === 'code')
      : counts.reduce((sum, { mix, tokens: each }) => sum + mix[kind] * each, 0) / tokens;
  return { tokens, mix: { prose: share('prose'), code: share('code'), nonLatin: share('nonLatin') } };
}
