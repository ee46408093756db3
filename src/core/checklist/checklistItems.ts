import { translate } from '../translate.ts';

// Three lists of articles on saving tokens: the execution checklist of the "LLM Token Optimization Playbook", the setup list of "Token
// Optimization & Cost Management", the monthly review of "Token Economy Optimization" (February 2026). Words are ours, items theirs.

export const CHECKLIST_IDS = ['execution', 'setup', 'review'] as const;
export type ChecklistId = (typeof CHECKLIST_IDS)[number];

export const CHECKLIST_TITLES: Record<ChecklistId, () => string> = {
  execution: () => translate('Before this task'),
  setup: () => translate('Set up once'),
  review: () => translate('Each month'),
};

/** What can be done about an item; the host knows how. */
export const CHECK_ACTIONS = {
  editTask: () => translate('Edit Task'),
  suggestScope: () => translate('Suggest Scope'),
  showScope: () => translate('Show Scope'),
  addChanges: () => translate('Add Git Changes'),
  createInstructions: () => translate('New Instruction File'),
  setBudgets: () => translate('Set Budgets'),
  showUsage: () => translate('Show Usage'),
  chooseModel: () => translate('Choose Model'),
  comparePlans: () => translate('Plan Costs'),
  keepVariant: () => translate('Keep as Variant A'),
  reviewMonth: () => translate('Monthly Review'),
} as const;
export type CheckAction = keyof typeof CHECK_ACTIONS;
export const CHECK_ACTION_IDS = Object.keys(CHECK_ACTIONS) as CheckAction[];

/** `hint` says what it is good for. */
export type ChecklistItem = { list: ChecklistId; title(): string; hint(): string; action: CheckAction };

export const CHECKLIST_ITEMS = {
  planned: {
    list: 'execution',
    title: () => translate('Plan first'),
    hint: () => translate('Less is tried out on an expensive model.'),
    action: 'editTask',
  },
  requiredContext: {
    list: 'execution',
    title: () => translate('Pass only required context'),
    hint: () => translate('Every request costs less.'),
    action: 'suggestScope',
  },
  noFullLoad: {
    list: 'execution',
    title: () => translate('No full repository load'),
    hint: () => translate('A local edit needs the files it touches.'),
    action: 'showScope',
  },
  precisePrompt: {
    list: 'execution',
    title: () => translate('Precise prompt'),
    hint: () => translate('Goal, constraints and done criteria save retries.'),
    action: 'editTask',
  },
  changedStages: {
    list: 'execution',
    title: () => translate('Rerun only changed stages'),
    hint: () => translate('Nothing is paid for twice.'),
    action: 'addChanges',
  },
  cappedRetries: {
    list: 'execution',
    title: () => translate('Cap retries'),
    hint: () => translate('Repeats of a large context are the fastest way to use up a budget.'),
    action: 'editTask',
  },
  instructions: {
    list: 'execution',
    title: () => translate('Use instruction files and skills'),
    hint: () => translate('What always holds need not be said each time.'),
    action: 'createInstructions',
  },
  baselineMeasured: {
    list: 'setup',
    title: () => translate('Measure the baseline'),
    hint: () => translate('Without it no saving can be told.'),
    action: 'showUsage',
  },
  budgetsSet: {
    list: 'setup',
    title: () => translate('Set budgets for operations'),
    hint: () => translate('What has a limit is noticed in time.'),
    action: 'setBudgets',
  },
  redundancyRemoved: {
    list: 'setup',
    title: () => translate('Remove redundant context'),
    hint: () => translate('What is said twice is paid twice.'),
    action: 'showScope',
  },
  smallModels: {
    list: 'setup',
    title: () => translate('Small models for simple tasks'),
    hint: () => translate('Fewer than a fifth of all requests need the strongest.'),
    action: 'chooseModel',
  },
  promptCaching: {
    list: 'setup',
    title: () => translate('Use prompt caching'),
    hint: () => translate('What stays the same costs a tenth.'),
    action: 'showUsage',
  },
  streaming: {
    list: 'setup',
    title: () => translate('Stream responses'),
    hint: () => translate('A wrong answer can be stopped early.'),
    action: 'comparePlans',
  },
  costsMonitored: {
    list: 'setup',
    title: () => translate('Monitor costs per request'),
    hint: () => translate('Outliers show where to begin.'),
    action: 'showUsage',
  },
  abTested: {
    list: 'setup',
    title: () => translate('A/B test what you save'),
    hint: () => translate('Cheaper must not become worse.'),
    action: 'keepVariant',
  },
  expensiveShare: {
    list: 'review',
    title: () => translate('Share of expensive models'),
    hint: () => translate('Below 20 % of the requests.'),
    action: 'reviewMonth',
  },
  tokensTrend: {
    list: 'review',
    title: () => translate('Tokens per request'),
    hint: () => translate('They should not grow from month to month.'),
    action: 'reviewMonth',
  },
  cachingUsed: {
    list: 'review',
    title: () => translate('Prompt caching where possible'),
    hint: () => translate('Above 80 % of the input from a cache.'),
    action: 'reviewMonth',
  },
  fineTuning: {
    list: 'review',
    title: () => translate('Fine-tuning of high-volume tasks'),
    hint: () => translate('Pays from some thousand like requests a day.'),
    action: 'comparePlans',
  },
  historyManaged: {
    list: 'review',
    title: () => translate('Conversation history kept short'),
    hint: () => translate('A fresh session for each task, a summary in place of old turns.'),
    action: 'showUsage',
  },
} as const satisfies Record<string, ChecklistItem>;

export type ChecklistItemId = keyof typeof CHECKLIST_ITEMS;
export const CHECKLIST_ITEM_IDS = Object.keys(CHECKLIST_ITEMS) as ChecklistItemId[];
