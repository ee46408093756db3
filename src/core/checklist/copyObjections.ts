import { isOfCopies, type UseState } from '../budget/currentUse.ts';
import { formatAmount, nameBudget } from '../budget/nameBudget.ts';
import { exceedsRetryCap } from '../context/copyRepeats.ts';
import { formatInteger } from '../format.ts';
import { translate } from '../translate.ts';
import { CHECKLIST_ITEMS } from './checklistItems.ts';
import { type CheckedItem, listOpen } from './evaluateChecklist.ts';

/** What the checklist does before a copy: nothing, show what is open, or stop the copy while something is. */
export const BEFORE_COPY = ['off', 'remind', 'require'] as const;
export type BeforeCopy = (typeof BEFORE_COPY)[number];

/** Where what speaks against a copy can be seen to. */
export type Remedy = 'checklist' | 'scope' | 'task';

/** Something that speaks against a copy, in whole sentences. A stop leaves no choice but to see to it. */
export type Objection = { words: string; isStop: boolean; remedy: Remedy };

/** Hard budgets that a copy goes over; soft ones hold nobody up. */
export function objectByBudgets(states: readonly UseState[]): Objection[] {
  return states.flatMap(({ budget, used }): Objection[] => {
    if (!isOfCopies(budget) || budget.hard === undefined || used === undefined || used <= budget.hard)
      return [];
    const [size, limit] = [formatAmount(used, budget.unit), formatAmount(budget.hard, budget.unit)];
    const words = translate(
      'The budget “{0}” is {1}, and this copy has {2}.',
      nameBudget(budget),
      limit,
      size,
    );
    return [{ words, isStop: false, remedy: 'scope' }];
  });
}

/** The same context again and again; `copies` is how often it has gone out already. */
export function objectByRepeats(copies: number, cap: number): Objection[] {
  if (!exceedsRetryCap(copies, cap)) return [];
  const words = translate(
    'The same context was copied {0} times within a day. Say in the task what went wrong, or send only what has changed: repeats of a large context are the fastest way to use up a budget.',
    formatInteger(copies),
  );
  return [{ words, isStop: false, remedy: 'task' }];
}

export function objectByChecklist(mode: BeforeCopy, items: readonly CheckedItem[]): Objection[] {
  const open = listOpen(items);
  if (mode === 'off' || open.length === 0) return [];
  const [done, of] = [formatInteger(items.length - open.length), formatInteger(items.length)];
  const head =
    mode === 'require'
      ? translate('The checklist is required before a copy ({0} of {1} done):', done, of)
      : translate('Open in the checklist ({0} of {1} done):', done, of);
  const rows = open.map(({ id, reason }) => `• ${CHECKLIST_ITEMS[id].title()}: ${reason}`);
  return [{ words: [head, ...rows].join('\n'), isStop: mode === 'require', remedy: 'checklist' }];
}
