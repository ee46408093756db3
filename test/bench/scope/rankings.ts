import type { Weights } from '../../../src/core/context/suggest/rankFiles.ts';
import { SIGNAL_WEIGHTS } from '../../../src/core/context/suggest/signals/signalWeights.ts';
import type { Recall } from './measureCase.ts';

export const BUDGETS = [8_000, 16_000, 32_000] as const;

/** What is measured at every budget. All go through the same fitting, so that only the ranking differs. */
export const MEASURED = {
  ours: SIGNAL_WEIGHTS,
  'open file and its imports': { imports: 1 },
  'BM25 only': { words: 1 },
} as const satisfies Record<string, Weights>;

/** Signals are measured one by one at one budget: the ranking without it, and with it alone. */
export const SIGNAL_BUDGET = 16_000;
const NAMES = Object.keys(SIGNAL_WEIGHTS) as (keyof typeof SIGNAL_WEIGHTS)[];
export const SIGNAL_VARIANTS: readonly (readonly [string, Weights])[] = [
  ['all', SIGNAL_WEIGHTS],
  ...NAMES.map((name) => [`without ${name}`, { ...SIGNAL_WEIGHTS, [name]: 0 }] as const),
  ...NAMES.map((name) => [`only ${name}`, { [name]: 1 }] as const),
];
export { NAMES as SIGNAL_NAMES };

/** One case: by ranking and budget, and by variant. */
export type Measured = { budgets: Record<string, Recall>; signals: Record<string, Recall> };
