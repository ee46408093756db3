import { translate } from '../translate.ts';
import type { ChecklistFacts } from './checklistFacts.ts';
import {
  CHECKLIST_ITEM_IDS,
  CHECKLIST_ITEMS,
  type CheckAction,
  type ChecklistId,
  type ChecklistItemId,
} from './checklistItems.ts';
import {
  checkCappedRetries,
  checkChangedStages,
  checkInstructions,
  checkNoFullLoad,
  checkPlanned,
  checkPrecisePrompt,
  checkRequiredContext,
} from './taskChecks.ts';
import { holdsTick, type TickKeys, type Ticks } from './ticks.ts';
import {
  checkBaseline,
  checkBudgets,
  checkCacheHits,
  checkThinkShare,
  checkTokensTrend,
  checkVariants,
} from './usageChecks.ts';
import { byHand, type CheckState, type Verdict } from './verdict.ts';

/** An item with what is known of it. `isTicked`: done because somebody said so, whatever software sees. */
export type CheckedItem = {
  id: ChecklistItemId;
  state: CheckState;
  reason: string;
  isTicked: boolean;
  action: CheckAction;
};

/** The items of one list in their order. A tick makes an item done; the reason stays what software sees. */
export function evaluateChecklist(
  list: ChecklistId,
  facts: ChecklistFacts,
  ticks: Ticks,
  keys: TickKeys,
): CheckedItem[] {
  return CHECKLIST_ITEM_IDS.filter((id) => CHECKLIST_ITEMS[id].list === list).map((id) => {
    const { state, reason } = EVALUATIONS[id](facts);
    const isTicked = state !== 'done' && holdsTick(ticks, id, keys);
    return { id, state: isTicked ? 'done' : state, reason, isTicked, action: CHECKLIST_ITEMS[id].action };
  });
}

/** What should be seen to before anything goes out; what is unknown holds nobody up. */
export function listOpen(items: readonly CheckedItem[]): CheckedItem[] {
  return items.filter(({ state }) => state === 'open' || state === 'byHand');
}

const EVALUATIONS: Record<ChecklistItemId, (facts: ChecklistFacts) => Verdict> = {
  planned: checkPlanned,
  requiredContext: checkRequiredContext,
  noFullLoad: checkNoFullLoad,
  precisePrompt: checkPrecisePrompt,
  changedStages: checkChangedStages,
  cappedRetries: checkCappedRetries,
  instructions: checkInstructions,
  baselineMeasured: checkBaseline,
  budgetsSet: checkBudgets,
  redundancyRemoved: () => byHand(translate('Look for what is in the scope or in your instructions twice.')),
  smallModels: checkThinkShare,
  promptCaching: checkCacheHits,
  streaming: () => byHand(translate('How your own programs call a model is not in any log.')),
  costsMonitored: checkBaseline,
  abTested: checkVariants,
  expensiveShare: checkThinkShare,
  tokensTrend: checkTokensTrend,
  cachingUsed: checkCacheHits,
  fineTuning: () => byHand(translate('Which of your requests are alike is not in any log.')),
  historyManaged: () => byHand(translate('Look at the sessions with the most input per request.')),
};
