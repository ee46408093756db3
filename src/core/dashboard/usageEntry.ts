import type { Quality } from '../usage/usageRecord.ts';

/** What was used, of one day, model or source. */
export type UsageEntry = {
  /** The day, the model …; `''` where the logs do not tell, and for a total. */
  key: string;
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  requests: number;
  /** At list prices; absent where no request has a known price. */
  costUsd?: number;
  unpricedRequests: number;
  quality: Quality;
};
