import {
  EMPTY_TASK,
  renderTask,
  TASK_FIELDS,
  TASK_TITLES,
  type Task,
  type TaskField,
} from '../context/task.ts';
import type { Advice, AdvicePlace } from './advice.ts';
import type { AdviceInput } from './check.ts';
import { CHECK_IDS, type CheckId, SENDING_CHECK_IDS } from './checkIds.ts';
import { CHECKS } from './checks.ts';
import { keepWarm } from './keepWarm.ts';
import { readPrompt } from './text/readPrompt.ts';

/**
 * What to change before sending, in the order of `CHECK_IDS`. Deterministic, without a model, in time linear in the size of the prompt and
 * the scope. `only` names the checks to make; those of a request unless told.
 */
export function advise(input: AdviceInput, only: readonly CheckId[] = SENDING_CHECK_IDS): Advice[] {
  const read = readPrompt(input.text);
  const found = CHECK_IDS.filter((id) => only.includes(id)).flatMap((id) => CHECKS[id].find(input, read));
  const weighed = keepWarm(found, input);
  return input.task === undefined
    ? weighed
    : weighed.map((advice) => placeInTask(advice, input.task ?? EMPTY_TASK));
}

/** A prompt that is a task is edited field by field. */
function placeInTask(advice: Advice, task: Task): Advice {
  const places = advice.places.map((place): AdvicePlace => {
    return place.in === 'text' ? { in: 'task', field: fieldAt(task, place.start) } : place;
  });
  const fields = new Set(places.flatMap((place) => (place.in === 'task' ? place.field : [])));
  const others = places.filter((place) => place.in !== 'task');
  const [field = 'goal'] = fields;
  return {
    ...advice,
    places: [...others, ...[...fields].map((each) => ({ in: 'task', field: each }) as const)],
    action: advice.action.do === 'editText' ? { do: 'editTask', field } : advice.action,
  };
}

/** The field whose part of the rendered task holds an offset. */
function fieldAt(task: Task, offset: number): TaskField {
  const text = renderTask(task) ?? '';
  let at = 0;
  let found: TaskField = 'goal';
  for (const field of TASK_FIELDS) {
    if (task[field].trim() === '') continue;
    const start = text.indexOf(`${TASK_TITLES[field]}:`, at);
    if (start === -1 || start > offset) break;
    found = field;
    at = start + TASK_TITLES[field].length;
  }
  return found;
}
