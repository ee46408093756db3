import { compareCosts } from './compareCosts.ts';
import type { IterationPlan } from './planIterations.ts';

export type PlanComparison = {
  beforeTokens: number;
  afterTokens: number;
  savedTokens: number;
  /** Of the tokens; negative when they have become more. */
  savedTokensShare: number;
  /** The costs are absent where a model is unpriced. */
  beforeUsd?: number;
  afterUsd?: number;
  savedUsd?: number;
  savedShare?: number;
};

/** Two ways of doing the same work, on one model or on two. */
export function comparePlans(before: IterationPlan, after: IterationPlan): PlanComparison {
  const savedTokens = before.totalTokens - after.totalTokens;
  const tokens = {
    beforeTokens: before.totalTokens,
    afterTokens: after.totalTokens,
    savedTokens,
    savedTokensShare: savedTokens / before.totalTokens,
  };
  if (before.costUsd === undefined || after.costUsd === undefined) return tokens;
  const costs = compareCosts(before.costUsd, after.costUsd);
  return { ...tokens, beforeUsd: before.costUsd, afterUsd: after.costUsd, ...costs };
}
