import * as v from 'valibot';

/** What the model is asked to do. Each is free text, empty while the user has not said. */
export type Task = { goal: string; constraints: string; doneCriteria: string; filesToTouch: string };
export type TaskField = keyof Task;

/** In the order in which they are asked and rendered. */
export const TASK_FIELDS = [
  'goal',
  'constraints',
  'doneCriteria',
  'filesToTouch',
] as const satisfies TaskField[];

export const TASK_TITLES: Record<TaskField, string> = {
  goal: 'Goal',
  constraints: 'Constraints',
  doneCriteria: 'Done when',
  filesToTouch: 'Files to touch',
};

export const EMPTY_TASK: Task = { goal: '', constraints: '', doneCriteria: '', filesToTouch: '' };

/** What a request should not go out without; a constraint may well not exist. */
const NEEDED = ['goal', 'doneCriteria', 'filesToTouch'] as const satisfies TaskField[];

/** The fields that are still empty and should not be. */
export function missingFields(task: Task): TaskField[] {
  return NEEDED.filter((field) => task[field].trim() === '');
}

/** `undefined` when nothing has been said. */
export function renderTask(task: Task): string | undefined {
  const said = TASK_FIELDS.filter((field) => task[field].trim() !== '');
  if (said.length === 0) return undefined;
  return said.map((field) => renderField(TASK_TITLES[field], task[field].trim())).join('');
}

/** One line where it fits on one, otherwise a title and the lines below it. */
function renderField(title: string, value: string): string {
  return value.includes('\n') ? `${title}:\n${value}\n` : `${title}: ${value}\n`;
}

/** A task as it was stored; empty when what is stored is not one. */
export function parseTask(stored: unknown): Task {
  const parsed = v.safeParse(TASK, stored);
  return parsed.success ? parsed.output : EMPTY_TASK;
}

const FIELD = v.optional(v.string(), '');
/** A task from outside; a field that is absent is empty. */
export const TASK = v.object({ goal: FIELD, constraints: FIELD, doneCriteria: FIELD, filesToTouch: FIELD });
