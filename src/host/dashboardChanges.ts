import { removeItems, setItemChecked, setItemDetail, setItemStable } from '../core/context/scope.ts';
import { switchScope } from '../core/context/scopeLibrary.ts';
import type { WebviewChange } from '../protocol/webviewMessage.ts';
import { offeredModels, setChosenModel } from './config.ts';
import type { DashboardParts } from './dashboardParts.ts';
import { actOn } from './runChecklist.ts';
import type { SuggestionStore } from './suggestionStore.ts';

/** Carries out what was changed in the webview; what the stores do not know changes nothing. */
export async function applyChange(parts: DashboardParts, change: WebviewChange): Promise<void> {
  const { store, suggestions, usageViews, sendAdvice, plan, checklist, budgets, variants } = parts;
  const { scope, library } = store;
  if (change.type === 'takeSuggestion') return takeById(suggestions, change.id);
  if (change.type === 'takeAdvice') return sendAdvice.take(change.id);
  if (change.type === 'openInstructions') return parts.instructions.open(change.id);
  if (change.type === 'setBudget') return suggestions.setBudget(change.budget);
  if (change.type === 'changeCostView') return usageViews.changeCostView(change.change);
  if (change.type === 'readToolCalls') return usageViews.readToolCalls();
  if (change.type === 'changeFindings') return usageViews.changeFindings(change.change, store);
  if (change.type === 'setTargetPeriod') return usageViews.setTargetPeriod(change.period);
  if (change.type === 'muteBudget') return budgets.mute(change.key, change.isMuted);
  if (change.type === 'setTick') return checklist.tick(change.item, change.isTicked);
  if (change.type === 'useVariant') return variants.use(change.name);
  if (change.type === 'scoreVariant') return variants.score(change.name, change.quality ?? undefined);
  if (change.type === 'actOnItem') return actOn(change.item);
  if (change.type === 'useModel') return useModel(change.id);
  if (change.type === 'setPlan') return plan.set(change.inputs);
  if (change.type === 'resetPlan') return plan.reset();
  if ('id' in change && !scope.some(({ id }) => id === change.id)) return;
  switch (change.type) {
    case 'setChecked':
      return store.replace(setItemChecked(scope, change.id, change.checked));
    case 'setDetail':
      return store.replace(setItemDetail(scope, change.id, change.detail));
    case 'setStable':
      return store.replace(setItemStable(scope, change.id, change.stable));
    case 'removeItem':
      return store.replace(removeItems(scope, new Set([change.id])));
    case 'setTask':
      return store.setTask(change.task);
    case 'switchScope':
      if (!library.scopes.some(({ name }) => name === change.name)) return;
      return store.update(switchScope(library, change.name));
    default:
      change satisfies never;
  }
}

async function useModel(id: string): Promise<void> {
  if (offeredModels().models.some((model) => model.id === id)) await setChosenModel(id);
}

async function takeById(suggestions: SuggestionStore, id: string): Promise<void> {
  const { items = [], leftOut = [] } = suggestions.state ?? {};
  await suggestions.take([...items, ...leftOut].filter(({ item }) => item.id === id).slice(0, 1));
}
