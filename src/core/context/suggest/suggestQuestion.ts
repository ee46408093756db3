/** Why a file is at hand, and how much of a start it is. */
export const SEED_WEIGHTS = {
  open: 1,
  selected: 1,
  diagnostics: 0.8,
  defines: 0.8,
  uses: 0.7,
  changed: 0.7,
  recent: 0.4,
} as const;
export type SeedKind = keyof typeof SEED_WEIGHTS;

/** A file to start from; `path` as the index has it. */
export type Seed = { path: string; kind: SeedKind };

/** What is known of the task. */
export type SuggestQuestion = {
  /** In the user's words; may be empty. */
  task: string;
  seeds: readonly Seed[];
  /** Names under the cursor or in a diagnostic. */
  symbols?: readonly string[];
};
