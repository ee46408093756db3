/** Whether the nth of many alike events is worth a line: the first, the tenth, the hundredth …, so that a flood leaves a few lines. */
export function isWorthLogging(nth: number): boolean {
  return /^10*$/.test(String(nth));
}
