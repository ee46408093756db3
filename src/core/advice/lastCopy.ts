import type { CopyRecord } from '../context/copyRecord.ts';
import type { AdviceInput } from './check.ts';

/** So long a provider keeps a prefix unless it is asked to keep it longer. */
export const WARM_MS = 5 * 60 * 1000;
/** The least of a prefix that OpenAI and Anthropic keep. */
export const LEAST_PREFIX_TOKENS = 1_024;

export type WarmCopy = CopyRecord & { stableTokens: number; stableHash: string };

/** The last copy, where a provider is likely to have its stable part still in the cache; it was sent at the earliest when it was copied. */
export function findWarmCopy({ copies = [], nowMs }: AdviceInput): WarmCopy | undefined {
  const [last] = copies;
  if (last?.stableTokens === undefined || last.stableHash === undefined || nowMs === undefined)
    return undefined;
  const { stableTokens, stableHash } = last;
  const isWarm = nowMs - last.timestampMs <= WARM_MS && stableTokens >= LEAST_PREFIX_TOKENS;
  return isWarm ? { ...last, stableTokens, stableHash } : undefined;
}
