import * as v from 'valibot';
import { CHECKLIST_ITEM_IDS } from '../core/checklist/checklistItems.ts';
import { DETAILS } from '../core/context/detail.ts';
import { QUALITY, VARIANT_NAMES } from '../core/context/scopeVariant.ts';
import { MAX_TOKEN_BUDGET } from '../core/context/suggest/tokenBudget.ts';
import { DASHBOARD_TABS } from '../core/dashboard/dashboardTabs.ts';
import { COST_CHANGE } from './costSchema.ts';
import { FINDINGS_CHANGE } from './findingsSchema.ts';
import { PLAN_INPUTS } from './planSchema.ts';
import { TARGET_PERIOD } from './targetsSchema.ts';

/** The commands the webview may send that carry no data. */
export const WEBVIEW_COMMANDS = [
  'ready',
  'copyScope',
  'copyReferences',
  'previewScopedContext',
  'saveScopedContext',
  'chooseModel',
  'addActive',
  'addMore',
  'clearScope',
  'undoScopeChange',
  'saveScope',
  'clearHistory',
  'suggestScope',
  'acceptSuggestions',
  'dismissSuggestions',
  'exportUsage',
  'rebuildUsage',
  'deleteUsage',
  'openUsageSettings',
  'resetChecklist',
  'setBudgets',
  'keepVariantA',
  'keepVariantB',
  'clearVariants',
] as const;
export type WebviewCommand = (typeof WEBVIEW_COMMANDS)[number];

/** Which tab a page of the dashboard shows. */
export type ShowTab = v.InferOutput<typeof SHOW_TAB>;

/** What the webview may change. `id` and `name` must be ones that the host knows: they are looked up, never opened. */
export type WebviewChange = v.InferOutput<typeof WEBVIEW_CHANGE>;

export type WebviewMessage = { type: WebviewCommand } | ShowTab | WebviewChange;

/** `undefined` for anything that is not a webview message; the caller drops and counts it. */
export function parseWebviewMessage(data: unknown): WebviewMessage | undefined {
  const parsed = v.safeParse(WEBVIEW_MESSAGE, data);
  return parsed.success ? parsed.output : undefined;
}

export const MAX_TASK_UNITS = 200_000;
const ID = v.pipe(v.string(), v.maxLength(10_000));
const TASK_TEXT = v.pipe(v.string(), v.maxLength(MAX_TASK_UNITS));

const SHOW_TAB = v.strictObject({ type: v.literal('showTab'), tab: v.picklist(DASHBOARD_TABS) });

const WEBVIEW_CHANGE = v.variant('type', [
  v.strictObject({ type: v.literal('setChecked'), id: ID, checked: v.boolean() }),
  v.strictObject({ type: v.literal('setDetail'), id: ID, detail: v.picklist(DETAILS) }),
  v.strictObject({ type: v.literal('setStable'), id: ID, stable: v.boolean() }),
  v.strictObject({ type: v.literal('removeItem'), id: ID }),
  v.strictObject({ type: v.literal('takeSuggestion'), id: ID }),
  v.strictObject({ type: v.literal('takeAdvice'), id: ID }),
  v.strictObject({ type: v.literal('openInstructions'), id: ID }),
  v.strictObject({
    type: v.literal('setBudget'),
    budget: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_TOKEN_BUDGET)),
  }),
  v.strictObject({ type: v.literal('changeCostView'), change: COST_CHANGE }),
  v.strictObject({ type: v.literal('readToolCalls') }),
  v.strictObject({ type: v.literal('changeFindings'), change: FINDINGS_CHANGE }),
  v.strictObject({ type: v.literal('setTargetPeriod'), period: TARGET_PERIOD }),
  v.strictObject({ type: v.literal('muteBudget'), key: ID, isMuted: v.boolean() }),
  v.strictObject({ type: v.literal('useModel'), id: ID }),
  v.strictObject({ type: v.literal('setPlan'), inputs: PLAN_INPUTS }),
  v.strictObject({ type: v.literal('resetPlan') }),
  v.strictObject({ type: v.literal('switchScope'), name: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ type: v.literal('setTick'), item: v.picklist(CHECKLIST_ITEM_IDS), isTicked: v.boolean() }),
  v.strictObject({ type: v.literal('useVariant'), name: v.picklist(VARIANT_NAMES) }),
  v.strictObject({
    type: v.literal('scoreVariant'),
    name: v.picklist(VARIANT_NAMES),
    quality: v.nullable(QUALITY),
  }),
  v.strictObject({ type: v.literal('actOnItem'), item: v.picklist(CHECKLIST_ITEM_IDS) }),
  v.strictObject({
    type: v.literal('setTask'),
    task: v.strictObject({
      goal: TASK_TEXT,
      constraints: TASK_TEXT,
      doneCriteria: TASK_TEXT,
      filesToTouch: TASK_TEXT,
    }),
  }),
]);

const WEBVIEW_MESSAGE = v.union([
  v.strictObject({ type: v.picklist(WEBVIEW_COMMANDS) }),
  SHOW_TAB,
  WEBVIEW_CHANGE,
]);
