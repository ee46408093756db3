import {
  CHECK_ACTIONS,
  CHECKLIST_IDS,
  CHECKLIST_ITEMS,
  CHECKLIST_TITLES,
  type ChecklistId,
  type ChecklistItemId,
} from '../checklist/checklistItems.ts';
import { type CheckedItem, listOpen } from '../checklist/evaluateChecklist.ts';
import type { CheckState } from '../checklist/verdict.ts';
import { shorten } from './shorten.ts';

/** An item as it is drawn. What is done without a tick cannot be ticked. */
export type ChecklistRow = {
  id: ChecklistItemId;
  title: string;
  hint: string;
  state: CheckState;
  reason: string;
  isTicked: boolean;
  action: string;
};

export type ChecklistList = {
  id: ChecklistId;
  title: string;
  doneCount: number;
  openCount: number;
  items: readonly ChecklistRow[];
};

/** All checklists, the one for the task first. */
export type ChecklistSnapshot = readonly ChecklistList[];

export function buildChecklistSnapshot(
  evaluate: (list: ChecklistId) => readonly CheckedItem[],
): ChecklistSnapshot {
  return CHECKLIST_IDS.map((id) => {
    const items = evaluate(id);
    return {
      id,
      title: CHECKLIST_TITLES[id](),
      doneCount: items.filter(({ state }) => state === 'done').length,
      openCount: listOpen(items).length,
      items: items.map(toRow),
    };
  });
}

function toRow({ id, state, reason, isTicked, action }: CheckedItem): ChecklistRow {
  const { title, hint } = CHECKLIST_ITEMS[id];
  return {
    id,
    title: title(),
    hint: hint(),
    state,
    reason: shorten(reason),
    isTicked,
    action: CHECK_ACTIONS[action](),
  };
}
