/** US dollars per million tokens. An absent cache price means that the provider has none. */
export type TokenPrices = {
  input: number;
  output: number;
  cacheRead?: number;
  /** Kept for five minutes, and longer where the provider asks nothing more for it. */
  cacheWrite5m?: number;
  cacheWrite1h?: number;
};

export type ModelPrice = TokenPrices & {
  /** A request with more input, cache included, takes these for all its tokens. */
  longContext?: TokenPrices & { aboveTokens: number };
  /** All prices times this in fast mode. */
  fastFactor?: number;
  /** All prices times this where only machines in the United States may answer. */
  usFactor?: number;
  /** All prices times this in a batch that may take a day. */
  batchFactor?: number;
};
