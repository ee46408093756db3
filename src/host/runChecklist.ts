import { commands, l10n, type QuickPickItem, window } from 'vscode';
import {
  CHECK_ACTIONS,
  CHECKLIST_ITEMS,
  type CheckAction,
  type ChecklistItemId,
} from '../core/checklist/checklistItems.ts';
import type { CheckedItem } from '../core/checklist/evaluateChecklist.ts';
import type { CheckState } from '../core/checklist/verdict.ts';
import { formatInteger } from '../core/format.ts';
import type { ChecklistStore } from './checklistStore.ts';
import { COMMANDS, VIEWS } from './commandIds.ts';

const ICONS: Record<CheckState, string> = {
  done: '$(pass)',
  open: '$(circle-large-outline)',
  unknown: '$(question)',
  byHand: '$(person)',
};

/** Lists the checklist of the task; what is chosen can be seen to, or ticked by hand. Ends when nothing more is chosen. */
export async function runChecklist(checklist: ChecklistStore): Promise<void> {
  checklist.look();
  for (;;) {
    const items = checklist.evaluate('execution');
    const done = items.filter(({ state }) => state === 'done').length;
    const title = l10n.t('Checklist: {0} of {1} done', formatInteger(done), formatInteger(items.length));
    const chosen = await window.showQuickPick(items.map(toPick), { title, matchOnDetail: true });
    if (chosen === undefined) return;
    if (await seeTo(checklist, chosen.item)) return;
  }
}

/** Does what can be done about an item. */
export async function actOn(id: ChecklistItemId): Promise<void> {
  await ACTIONS[CHECKLIST_ITEMS[id].action]();
}

/** True when the way led elsewhere; what was ticked stays in the list. */
async function seeTo(
  checklist: ChecklistStore,
  { id, state, isTicked, action }: CheckedItem,
): Promise<boolean> {
  const act = CHECK_ACTIONS[action]();
  const tick = isTicked ? l10n.t('Take the Tick Back') : l10n.t('Tick by Hand');
  const ways = state === 'done' && !isTicked ? [act] : [act, tick];
  const chosen = await window.showQuickPick(ways, { title: CHECKLIST_ITEMS[id].title() });
  if (chosen === tick) await checklist.tick(id, !isTicked);
  if (chosen !== act) return false;
  await actOn(id);
  return true;
}

function toPick(item: CheckedItem): QuickPickItem & { item: CheckedItem } {
  const { title, hint } = CHECKLIST_ITEMS[item.id];
  const description = item.isTicked ? l10n.t('ticked by hand') : hint();
  return { label: `${ICONS[item.state]} ${title()}`, description, detail: item.reason, item };
}

const ACTIONS: Record<CheckAction, () => Thenable<unknown>> = {
  editTask: () => commands.executeCommand(COMMANDS.editTask),
  suggestScope: () => commands.executeCommand(COMMANDS.suggestScope),
  showScope: () => commands.executeCommand(`${VIEWS.scope}.focus`),
  addChanges: () => commands.executeCommand(COMMANDS.addChangesToScope),
  createInstructions: () => commands.executeCommand(COMMANDS.newInstructionFile),
  setBudgets: () => commands.executeCommand(COMMANDS.setBudgets),
  showUsage: () => commands.executeCommand(COMMANDS.openDashboard, 'cost'),
  chooseModel: () => commands.executeCommand(COMMANDS.chooseModel),
  comparePlans: () => commands.executeCommand(COMMANDS.openDashboard, 'plan'),
  keepVariant: () => commands.executeCommand(COMMANDS.keepVariantA),
  reviewMonth: () => commands.executeCommand(COMMANDS.monthlyReview),
};
