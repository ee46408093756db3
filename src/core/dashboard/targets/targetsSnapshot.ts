import type { PromptPart } from '../../cost/plan/composition.ts';
import type { DayRange } from '../../usage/days.ts';

export const TARGET_PERIODS = ['7days', '30days', '90days', 'all'] as const;
export type TargetPeriod = (typeof TARGET_PERIODS)[number];

export const KPI_IDS = [
  'costPerRequest',
  'costPerRequestP95',
  'inputPerRequest',
  'outputPerRequest',
  'cacheHitRate',
  'thinkRequests',
  'thinkCost',
  'executeRequests',
  'bulkRequests',
  'outputShare',
  'systemShare',
  'contextShare',
  'retrievedShare',
  'historyShare',
  'callsPerPrompt',
  'callsPerSession',
  'retries',
] as const;
export type KpiId = (typeof KPI_IDS)[number];

/** `near` is off by less than a quarter. `untargeted` has a value and no target, `unknown` no value. */
export const KPI_STATES = ['met', 'near', 'missed', 'untargeted', 'unknown'] as const;
export type KpiState = (typeof KPI_STATES)[number];

/** What a number should be: on one side of a limit, or from one to another, both included. */
export type Target = { below: number } | { above: number } | { from: number; to: number };

/** A number beside its target; absent is unknown. Shares are from 0 to 1. */
export type KpiSnapshot = {
  id: KpiId;
  unit: 'usd' | 'tokens' | 'share' | 'number';
  value?: number;
  previous?: number;
  target?: Target;
  /** The value follows from the sizes of texts. */
  isEstimated?: true;
  state: KpiState;
  /** Against the period before; absent where either is unknown or neither way is better. */
  change?: 'better' | 'worse' | 'same';
  /** By day, of more than a month by week, of years by month; `null` is unknown. */
  trend: readonly (number | null)[];
};

export type ModelCosts = { model: string; requests: number; averageUsd?: number; p95Usd?: number };

/** A part of what requests were made of, beside its band; shares are from 0 to 1. */
export type PartShare = { part: PromptPart; share: number; fromShare: number; toShare: number };

/** What requests were made of, estimated; what is in no part is unknown. */
export type Composition = { requests: number; parts: readonly PartShare[]; unknownShare: number };

/** Whether the habits are good, by the logs. */
export type TargetsSnapshot = {
  period: TargetPeriod;
  range: DayRange;
  /** All requests of the period, and those of models whose tier nobody knows. */
  requests: number;
  untieredRequests: number;
  /** Where the period holds nothing: the last day that does. */
  newestDay?: string;
  /** Prompts, tools' results and retries are known only once sessions were read. */
  areSessionsRead: boolean;
  composition?: Composition;
  kpis: readonly KpiSnapshot[];
  /** The dearest first. */
  models: readonly ModelCosts[];
  /** The tools whose logs were summed, by their names. */
  sources: readonly string[];
};
