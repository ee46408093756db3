// Three lists of articles on saving tokens: the execution checklist of the "LLM Token Optimization Playbook", the setup list of "Token
// Optimization & Cost Management", the monthly review of "Token Economy Optimization" (February 2026). Words are ours, items theirs.

export const CHECKLIST_IDS = ['execution', 'setup', 'review'] as const;
export type ChecklistId = (typeof CHECKLIST_IDS)[number];

export const CHECKLIST_TITLES: Record<ChecklistId, string> = {
  execution: 'Before this task',
  setup: 'Set up once',
  review: 'Each month',
};

/** What can be done about an item; the host knows how. */
export const CHECK_ACTIONS = {
  editTask: 'Edit Task',
  suggestScope: 'Suggest Scope',
  showScope: 'Show Scope',
  addChanges: 'Add Git Changes',
  createInstructions: 'Write AGENTS.md',
  setBudgets: 'Set Budgets',
  showUsage: 'Show Usage',
  chooseModel: 'Choose Model',
  comparePlans: 'Plan Costs',
  keepVariant: 'Keep as Variant',
  reviewMonth: 'Monthly Review',
} as const;
export type CheckAction = keyof typeof CHECK_ACTIONS;
export const CHECK_ACTION_IDS = Object.keys(CHECK_ACTIONS) as CheckAction[];

/** `hint` says what it is good for. */
export type ChecklistItem = { list: ChecklistId; title: string; hint: string; action: CheckAction };

export const CHECKLIST_ITEMS = {
  planned: {
    list: 'execution',
    title: 'Plan first',
    hint: 'Less is tried out on an expensive model.',
    action: 'editTask',
  },
  requiredContext: {
    list: 'execution',
    title: 'Pass only required context',
    hint: 'Every request costs less.',
    action: 'suggestScope',
  },
  noFullLoad: {
    list: 'execution',
    title: 'No full repository load',
    hint: 'A local edit needs the files it touches.',
    action: 'showScope',
  },
  precisePrompt: {
    list: 'execution',
    title: 'Precise prompt',
    hint: 'Goal, constraints and done criteria save retries.',
    action: 'editTask',
  },
  changedStages: {
    list: 'execution',
    title: 'Rerun only changed stages',
    hint: 'Nothing is paid for twice.',
    action: 'addChanges',
  },
  cappedRetries: {
    list: 'execution',
    title: 'Cap retries',
    hint: 'Repeats of a large context are the fastest way to use up a budget.',
    action: 'editTask',
  },
  instructions: {
    list: 'execution',
    title: 'Use instruction files and skills',
    hint: 'What always holds need not be said each time.',
    action: 'createInstructions',
  },
  baselineMeasured: {
    list: 'setup',
    title: 'Measure the baseline',
    hint: 'Without it no saving can be told.',
    action: 'showUsage',
  },
  budgetsSet: {
    list: 'setup',
    title: 'Set budgets for operations',
    hint: 'What has a limit is noticed in time.',
    action: 'setBudgets',
  },
  redundancyRemoved: {
    list: 'setup',
    title: 'Remove redundant context',
    hint: 'What is said twice is paid twice.',
    action: 'showScope',
  },
  smallModels: {
    list: 'setup',
    title: 'Small models for simple tasks',
    hint: 'Fewer than a fifth of all requests need the strongest.',
    action: 'chooseModel',
  },
  promptCaching: {
    list: 'setup',
    title: 'Use prompt caching',
    hint: 'What stays the same costs a tenth.',
    action: 'showUsage',
  },
  streaming: {
    list: 'setup',
    title: 'Stream responses',
    hint: 'A wrong answer can be stopped early.',
    action: 'comparePlans',
  },
  costsMonitored: {
    list: 'setup',
    title: 'Monitor costs per request',
    hint: 'Outliers show where to begin.',
    action: 'showUsage',
  },
  abTested: {
    list: 'setup',
    title: 'A/B test what you save',
    hint: 'Cheaper must not become worse.',
    action: 'keepVariant',
  },
  expensiveShare: {
    list: 'review',
    title: 'Share of expensive models',
    hint: 'Below 20 % of the requests.',
    action: 'reviewMonth',
  },
  tokensTrend: {
    list: 'review',
    title: 'Tokens per request',
    hint: 'They should not grow from month to month.',
    action: 'reviewMonth',
  },
  cachingUsed: {
    list: 'review',
    title: 'Prompt caching where possible',
    hint: 'Above 80 % of the input from a cache.',
    action: 'reviewMonth',
  },
  fineTuning: {
    list: 'review',
    title: 'Fine-tuning of high-volume tasks',
    hint: 'Pays from some thousand like requests a day.',
    action: 'comparePlans',
  },
  historyManaged: {
    list: 'review',
    title: 'Conversation history kept short',
    hint: 'A fresh session for each task, a summary in place of old turns.',
    action: 'showUsage',
  },
} as const satisfies Record<string, ChecklistItem>;

export type ChecklistItemId = keyof typeof CHECKLIST_ITEMS;
export const CHECKLIST_ITEM_IDS = Object.keys(CHECKLIST_ITEMS) as ChecklistItemId[];
