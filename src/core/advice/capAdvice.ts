import type { Advice } from './advice.ts';
import type { CheckId } from './checkIds.ts';

/** The first of each check, in their order, and how many are left out: a text with thousands of findings is not worked off one by one. */
export function capAdvice(
  advice: readonly Advice[],
  mostPerCheck: number,
): { advice: Advice[]; leftOut: number } {
  const counts = new Map<CheckId, number>();
  const kept = advice.filter(({ check }) => {
    const count = (counts.get(check) ?? 0) + 1;
    counts.set(check, count);
    return count <= mostPerCheck;
  });
  return { advice: kept, leftOut: advice.length - kept.length };
}
