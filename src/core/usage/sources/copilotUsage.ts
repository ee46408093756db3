import type { UsageTokens } from '../usageRecord.ts';

/** A billionth of a credit, which is a cent. */
const NANO_CREDITS_PER_USD = 1e11;

/** Copilot logs the input with what came from the cache and went into it. */
export function splitInput(input: number, cacheRead: number, cacheWrite: number): UsageTokens {
  return {
    inputTokens: Math.max(0, input - cacheRead - cacheWrite),
    cacheReadTokens: cacheRead,
    cacheWrite5mTokens: cacheWrite,
    cacheWrite1hTokens: 0,
  };
}

/** Nothing for nothing: requests that a plan includes are logged as 0. */
export function creditsToUsd(nanoCredits: number | undefined): number | undefined {
  return nanoCredits ? nanoCredits / NANO_CREDITS_PER_USD : undefined;
}
