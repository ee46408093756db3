/** What will have been spent when a period ends; 4 times of 5 between `low` and `high`. */
export type Projection = { expected: number; low: number; high: number };

/**
 * What was spent, and for each day that is left the mean of the last whole days; `remainingDays` may be a part of a day. The band takes
 * days as independent of each other: their standard deviation times the root of the days left, and of what is uncertain about the mean
 * itself. Weekdays and what is planned are not known to it. `undefined` with fewer than three days to go by. `low` is never below `spent`,
 * and the band shrinks as the period ends, to nothing.
 */
export function projectSpend(
  spent: number,
  remainingDays: number,
  wholeDays: readonly number[],
): Projection | undefined {
  const count = wholeDays.length;
  if (count < LEAST_DAYS) return undefined;
  const mean = wholeDays.reduce((sum, each) => sum + each, 0) / count;
  const variance = wholeDays.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
  const half = Z_80 * Math.sqrt(variance * (remainingDays + remainingDays ** 2 / count));
  const more = mean * remainingDays;
  return { expected: spent + more, low: spent + Math.max(0, more - half), high: spent + more + half };
}

const LEAST_DAYS = 3;
/** Four fifths of a normal distribution lie so many deviations around its mean. */
const Z_80 = 1.2816;
