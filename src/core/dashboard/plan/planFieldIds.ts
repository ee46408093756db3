/** The sections of the planner with their fields, in their order. */
export const PLAN_SECTIONS = {
  iterations: [
    'contextTokens',
    'iterations',
    'outputTokens',
    'history',
    'turnTokens',
    'windowTurns',
    'summaryTokens',
    'retries',
  ],
  comparison: [
    'beforeContextTokens',
    'beforeIterations',
    'afterContextTokens',
    'afterIterations',
    'outputTokens',
    'afterModel',
  ],
  caching: ['prefixTokens', 'callsPerDay', 'writesPerDay'],
  output: ['kind', 'expectedTokens', 'maxTokens', 'requestsPerMonth'],
  volume: ['requestsPerDay', 'inputTokens', 'outputTokens'],
  batch: ['requests', 'inputTokens', 'outputTokens', 'waitHours'],
  fineTuning: [
    'requestsPerDay',
    'fewShotInputTokens',
    'tunedInputTokens',
    'outputTokens',
    'trainingUsd',
    'tunedInputPrice',
    'tunedOutputPrice',
  ],
  error: ['stepAccuracy', 'steps'],
  prompt: ['system', 'context', 'retrieved', 'history', 'output'],
} as const;

export type PlanSectionId = keyof typeof PLAN_SECTIONS;
export type FieldOf<S extends PlanSectionId> = (typeof PLAN_SECTIONS)[S][number];
/** `iterations.contextTokens` */
export type PlanFieldId = { [S in PlanSectionId]: `${S}.${FieldOf<S>}` }[PlanSectionId];

export const PLAN_SECTION_IDS = Object.keys(PLAN_SECTIONS) as PlanSectionId[];
export const PLAN_FIELD_IDS = PLAN_SECTION_IDS.flatMap((section) =>
  PLAN_SECTIONS[section].map((field) => `${section}.${field}`),
) as PlanFieldId[];

/** What the user has typed; a field that is absent follows the scope. */
export type PlanInputs = { readonly [F in PlanFieldId]?: string };

/** Longer than any number that makes sense, and than the id of any model. */
export const MAX_INPUT_LENGTH = 200;
