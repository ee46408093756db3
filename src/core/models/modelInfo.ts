import type { TokenizerModel } from '../tokens/tokenCount.ts';

/** `think`, `execute`, `bulk` are tiers 1, 2, 3 of the playbook; `none` means no model is needed. */
export const TIERS = ['think', 'execute', 'bulk', 'none'] as const;
export type Tier = (typeof TIERS)[number];

/** Prices in US dollars per million tokens. */
export type ModelPrice = {
  inputPricePerMillion: number;
  outputPricePerMillion: number;
  /** Above this many input tokens the whole request is billed at the higher prices. */
  longContext?: { aboveTokens: number; inputPricePerMillion: number; outputPricePerMillion: number };
};

export type ModelInfo = {
  id: string;
  label: string;
  vendor: string;
  tier: Tier;
  tokenizer: TokenizerModel;
  /** Tokens that fit into one request; absent when unknown. */
  contextWindow?: number;
  /** Absent when unknown: shown as "unpriced", never as $0. */
  price?: ModelPrice;
};
