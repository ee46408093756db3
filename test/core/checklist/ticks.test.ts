import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_ITEM_IDS } from '../../../src/core/checklist/checklistItems.ts';
import { clearTicks, holdsTick, parseTicks, setTick, tickKeys } from '../../../src/core/checklist/ticks.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';

const keysOf = (goal: string, scope = '', month = '2026-11') =>
  tickKeys(scope, { ...EMPTY_TASK, goal }, month);

describe('ticks', () => {
  it('hold for one task of one scope, and come back with it', () => {
    const ticks = setTick({}, 'planned', true, keysOf('Fix it'));
    expect(holdsTick(ticks, 'planned', keysOf('Fix it '))).toBe(true);
    expect(holdsTick(ticks, 'planned', keysOf('Fix that'))).toBe(false);
    expect(holdsTick(ticks, 'planned', keysOf('Fix it', 'other'))).toBe(false);
  });

  it('of the setup stay whatever the task, of the review for a month', () => {
    const ticks = setTick(setTick({}, 'streaming', true, keysOf('a')), 'fineTuning', true, keysOf('a'));
    expect(holdsTick(ticks, 'streaming', keysOf('b', 's', '2026-12'))).toBe(true);
    expect(holdsTick(ticks, 'fineTuning', keysOf('b'))).toBe(true);
    expect(holdsTick(ticks, 'fineTuning', keysOf('b', '', '2026-12'))).toBe(false);
  });

  it('can be taken back one by one or by the list', () => {
    const keys = keysOf('a');
    const both = setTick(setTick({}, 'planned', true, keys), 'streaming', true, keys);
    expect(setTick(both, 'planned', false, keys)).toEqual({ streaming: '' });
    expect(clearTicks(both, 'execution')).toEqual({ streaming: '' });
  });

  it('are read back as they were stored, and nothing else is', () => {
    const keys = keysOf('a');
    const some = fc.subarray(CHECKLIST_ITEM_IDS);
    fc.assert(
      fc.property(some, (ids) => {
        const ticks = Object.fromEntries(ids.map((id) => [id, keys.execution]));
        expect(parseTicks(JSON.parse(JSON.stringify(ticks)))).toEqual(ticks);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        for (const [id, tick] of Object.entries(parseTicks(stored))) {
          expect(CHECKLIST_ITEM_IDS).toContain(id);
          expect(typeof tick).toBe('string');
        }
      }),
    );
  });
});
