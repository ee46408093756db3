import type { TokenizerModel } from '../tokens/tokenCount.ts';
import type { ModelPrice } from './prices/modelPrice.ts';

/** `think`, `execute`, `bulk` are tiers 1, 2, 3 of the playbook; `none` means no model is needed. */
export const TIERS = ['think', 'execute', 'bulk', 'none'] as const;
export type Tier = (typeof TIERS)[number];

export type ModelInfo = {
  id: string;
  label: string;
  vendor: string;
  tier: Tier;
  tokenizer: TokenizerModel;
  /** Tokens that fit into one request; absent when unknown. */
  contextWindow?: number;
  /** Tokens of the longest answer; absent when unknown. */
  maxOutputTokens?: number;
  /** Absent when unknown: shown as "unpriced", never as $0. */
  price?: ModelPrice;
};
