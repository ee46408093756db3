import type { Disposable } from 'vscode';
import { warmTier } from '../core/models/tier/warmTier.ts';

/** The editor has started by then. */
const START_MS = 3000;
const PAUSE_MS = 10;
const STEPS_AT_ONCE = 10;

/** Makes the first suggestion of a tier as fast as the others, a millisecond at a time while nothing else is to be done. */
export function warmTierSoon(): Disposable {
  const steps = warmTier();
  let timer = setTimeout(run, START_MS);
  function run(): void {
    for (let step = 0; step < STEPS_AT_ONCE; step += 1) if (steps.next().done) return;
    timer = setTimeout(run, PAUSE_MS);
  }
  return { dispose: () => clearTimeout(timer) };
}
