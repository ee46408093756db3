import * as v from 'valibot';
import type { Task } from '../context/task.ts';
import { hashText } from '../hashText.ts';
import {
  CHECKLIST_ITEM_IDS,
  CHECKLIST_ITEMS,
  type ChecklistId,
  type ChecklistItemId,
} from './checklistItems.ts';

/** What was ticked by hand, each with what it holds for: a task, this workspace, a month. */
export type Ticks = Readonly<Partial<Record<ChecklistItemId, string>>>;

/** What the ticks of each list hold for now. */
export type TickKeys = Readonly<Record<ChecklistId, string>>;

/** Another goal is another task: its ticks start anew, and come back with it. `month` is `2026-11`. */
export function tickKeys(scopeName: string, task: Task, month: string): TickKeys {
  return { execution: taskKey(scopeName, task), setup: '', review: month };
}

/** Tells a task from others without keeping its words. */
export function taskKey(scopeName: string, { goal }: Task): string {
  return hashText(`${scopeName}\n${goal.trim()}`);
}

export function holdsTick(ticks: Ticks, id: ChecklistItemId, keys: TickKeys): boolean {
  return ticks[id] === keys[CHECKLIST_ITEMS[id].list];
}

export function setTick(ticks: Ticks, id: ChecklistItemId, isTicked: boolean, keys: TickKeys): Ticks {
  const { [id]: _before, ...rest } = ticks;
  return isTicked ? { ...rest, [id]: keys[CHECKLIST_ITEMS[id].list] } : rest;
}

/** Without the ticks of one list. */
export function clearTicks(ticks: Ticks, list: ChecklistId): Ticks {
  return Object.fromEntries(
    CHECKLIST_ITEM_IDS.flatMap((id) => {
      const tick = CHECKLIST_ITEMS[id].list === list ? undefined : ticks[id];
      return tick === undefined ? [] : [[id, tick]];
    }),
  );
}

/** Ticks as they were stored; what is none is left out. */
export function parseTicks(stored: unknown): Ticks {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), stored);
  if (!parsed.success) return {};
  return Object.fromEntries(
    CHECKLIST_ITEM_IDS.flatMap((id) => {
      const tick = Object.hasOwn(parsed.output, id) ? parsed.output[id] : undefined;
      return typeof tick === 'string' ? [[id, tick]] : [];
    }),
  );
}
