import type { Tier } from '../modelInfo.ts';
import type { Clause } from './readTask.ts';

/** A sign that was found. `clause` is what begins with it, absent for a sign that counts wherever it stands. */
export type FoundSign = { tier: Tier; weight: number; reason: string; clause?: Clause };

/** Of a clause that treats many pieces of content in the same way. */
export const MANY_SMALL = {
  tier: 'bulk',
  weight: 2.5,
  reason: 'the same small work on many pieces',
} as const;
