import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_TASK,
  missingFields,
  parseTask,
  renderTask,
  TASK_FIELDS,
  TASK_TITLES,
} from '../../../src/core/context/task.ts';
import { arbitraryTask } from './arbitraryScope.ts';

describe('a task', () => {
  it('is rendered in the order of its fields, on one line each where it fits', () => {
    const task = {
      goal: '  Sort by price ',
      constraints: '',
      doneCriteria: 'tests pass\nno warnings\n',
      filesToTouch: 'src/shop.ts',
    };
    expect(renderTask(task)).toBe(
      'Goal: Sort by price\nDone when:\ntests pass\nno warnings\nFiles to touch: src/shop.ts\n',
    );
  });

  it('is none while nothing has been said', () => {
    expect(renderTask(EMPTY_TASK)).toBeUndefined();
    expect(renderTask({ ...EMPTY_TASK, goal: ' \n\t', constraints: '\u00a0' })).toBeUndefined();
  });

  it('loses nothing that was said', () => {
    fc.assert(
      fc.property(arbitraryTask, (task) => {
        const rendered = renderTask(task) ?? '';
        let from = 0;
        for (const field of TASK_FIELDS.filter((each) => task[each].trim() !== '')) {
          const value = task[field].trim();
          const said = `${TASK_TITLES[field]}:${value.includes('\n') ? '\n' : ' '}${value}\n`;
          expect(rendered.slice(from, from + said.length)).toBe(said);
          from += said.length;
        }
        expect(from).toBe(rendered.length);
      }),
    );
  });

  it('lacks what a request should not go out without', () => {
    expect(missingFields(EMPTY_TASK)).toEqual(['goal', 'doneCriteria', 'filesToTouch']);
    expect(missingFields({ ...EMPTY_TASK, goal: 'Go', filesToTouch: ' ' })).toEqual([
      'doneCriteria',
      'filesToTouch',
    ]);
    expect(missingFields({ goal: 'a', constraints: '', doneCriteria: 'b', filesToTouch: 'c' })).toEqual([]);
  });

  it('is read back as it was stored, and empty where something else was', () => {
    fc.assert(
      fc.property(arbitraryTask, (task) => {
        expect(parseTask(JSON.parse(JSON.stringify(task)))).toEqual(task);
      }),
    );
    expect(parseTask({ goal: 'Go' })).toEqual({ ...EMPTY_TASK, goal: 'Go' });
    for (const stored of [undefined, null, 'Go', { goal: 5 }]) expect(parseTask(stored)).toEqual(EMPTY_TASK);
  });
});
