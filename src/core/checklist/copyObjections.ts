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
