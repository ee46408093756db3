import { l10n, window } from 'vscode';
import { TASK_FIELDS, TASK_TITLES, type Task, type TaskField } from '../core/context/task.ts';
import { translate } from '../core/translate.ts';
import type { ScopeStore } from './scopeStore.ts';

const HINTS: Record<TaskField, () => string> = {
  goal: () => l10n.t('What should be different afterwards?'),
  constraints: () => l10n.t('What must not change? Which libraries, style, limits? May stay empty.'),
  doneCriteria: () => l10n.t('How will you know that it is done? A test, a command, an output.'),
  filesToTouch: () => l10n.t('Which files may be edited?'),
};

/** Asks for the task field by field; Escape keeps what was said so far. The dashboard has a box for longer texts. */
export async function editTask(store: ScopeStore): Promise<void> {
  let task: Task = store.task;
  for (const [index, field] of TASK_FIELDS.entries()) {
    const value = await window.showInputBox({
      title: l10n.t('{0} ({1} of {2})', translate(TASK_TITLES[field]), index + 1, TASK_FIELDS.length),
      prompt: HINTS[field](),
      value: task[field],
      ignoreFocusOut: true,
    });
    if (value === undefined) break;
    // The box has one line: what had more and was left alone stays as it is.
    if (value !== task[field].replace(/\r?\n/g, ' ')) task = { ...task, [field]: value };
  }
  if (task !== store.task) await store.setTask(task);
}
