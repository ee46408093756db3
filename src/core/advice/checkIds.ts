/** What a prompt's own words are checked for. */
export const PROMPT_CHECK_IDS = [
  'rawPayload',
  'noGoal',
  'noConstraints',
  'noDoneCriteria',
  'noScope',
  'severalGoals',
  'vagueVerbs',
  'filler',
  'unboundedOutput',
  'repeatedInstructions',
] as const;
export type PromptCheckId = (typeof PROMPT_CHECK_IDS)[number];

/** What is checked before sending, in the order in which it is shown: what may do harm first, then by what it usually costs. */
export const SENDING_CHECK_IDS = [
  'secrets',
  'invisibleText',
  'budgetOverrun',
  'copiedAgain',
  'coldCache',
  'generatedFiles',
  'nearDuplicates',
  'unrelatedItems',
  ...PROMPT_CHECK_IDS,
  'tierMismatch',
] as const;

/** What a file with standing instructions is checked for: it goes with every request. */
export const INSTRUCTION_CHECK_IDS = [
  'secrets',
  'invisibleText',
  'contradictoryLines',
  'duplicatedLines',
  'staleReferences',
  'filler',
] as const;

export const CHECK_IDS = [
  ...SENDING_CHECK_IDS,
  'contradictoryLines',
  'duplicatedLines',
  'staleReferences',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];
