import type { Tier } from '../modelInfo.ts';

/** How hard the model should think; `none` where there is no model. */
export const EFFORTS = ['none', 'low', 'medium', 'high'] as const;
export type Effort = (typeof EFFORTS)[number];

/** `chat` to find out what to do, `code` to do it. */
export const MODES = ['chat', 'code'] as const;
export type Mode = (typeof MODES)[number];

/** What is known beside the words; each is absent when unknown. */
export type TaskContext = {
  scopeTokens?: number;
  fileCount?: number;
  /** Errors that the editor shows in the scope: a problem with a known place. */
  errorCount?: number;
};

/** One part of mixed work, in the words of the task. */
export type Stage = { text: string; tier: Tier };

export type TierSuggestion = {
  tier: Tier;
  /** 0 to 1: how clearly the signs speak for this tier. */
  confidence: number;
  mode: Mode;
  effort: Effort;
  /** In words, the strongest first; never empty. */
  reasons: string[];
  /** When to take a higher tier; absent at the top. */
  escalate?: string;
  /** The parts of mixed work in their order; empty when the task is of one piece. */
  stages: Stage[];
};
