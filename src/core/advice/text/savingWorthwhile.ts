import type { Threshold } from '../check.ts';

/** Whether a saving is large enough, by itself and beside what it is taken from. */
export function savingWorthwhile(
  saving: number,
  ofTokens: number,
  limits: { leastTokens: Threshold; leastShare: Threshold },
): boolean {
  return saving >= limits.leastTokens.value && saving >= limits.leastShare.value * ofTokens;
}
