/** Long enough to take a burst of saves as one, short enough to feel live. */
export const SETTLE_MS = 150;
/** Changes that never pause must not keep what follows them from ever coming. */
const PATIENCE_MS = 1000;

/** How long to wait after another change, when the first that is not followed yet came at `sinceMs` of `performance.now()`. */
export function settleDelayMs(sinceMs: number): number {
  return Math.min(SETTLE_MS, sinceMs + PATIENCE_MS - performance.now());
}
