import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileItem } from '../../../src/core/context/scopeItem.ts';
import {
  activeScope,
  addScope,
  changeActive,
  deleteScope,
  EMPTY_LIBRARY,
  MAX_NAME_LENGTH,
  parseLibrary,
  renameScope,
  type ScopeLibrary,
  saveScopeAs,
  switchScope,
  UNNAMED,
} from '../../../src/core/context/scopeLibrary.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { arbitraryItem, arbitraryTask } from './arbitraryScope.ts';

const name = fc.constantFrom('a', 'b', 'c', 'x'.repeat(MAX_NAME_LENGTH));
const scope = fc.uniqueArray(arbitraryItem(fc.constantFrom('/a', '/b')), {
  selector: ({ id }) => id,
  maxLength: 4,
});
const named = fc.record({ name, scope, task: arbitraryTask });

type Step = (library: ScopeLibrary) => ScopeLibrary;
const step: fc.Arbitrary<Step> = fc.oneof(
  name.map((to) => (library: ScopeLibrary) => saveScopeAs(library, to)),
  fc.constantFrom('a', 'b', UNNAMED).map((to) => (library: ScopeLibrary) => switchScope(library, to)),
  fc.tuple(name, name).map(
    ([from, to]) =>
      (library: ScopeLibrary) =>
        renameScope(library, from, to),
  ),
  fc.constantFrom('a', 'b', UNNAMED).map((which) => (library: ScopeLibrary) => deleteScope(library, which)),
  named.map((added) => (library: ScopeLibrary) => addScope(library, added)),
  fc.record({ scope, task: arbitraryTask }).map((to) => (library: ScopeLibrary) => changeActive(library, to)),
);
const library = fc
  .array(step, { maxLength: 12 })
  .map((steps) => steps.reduce((made, take) => take(made), EMPTY_LIBRARY));

const namesOf = ({ scopes }: ScopeLibrary) => scopes.map((each) => each.name);
const contentsOf = ({ scopes }: ScopeLibrary) =>
  scopes.map((each) => JSON.stringify([each.scope, each.task]));
const ITEMS = [fileItem('/a')];

describe('the library of scopes', () => {
  it('has unique names, one of them active, one for the scope without a name', () => {
    fc.assert(
      fc.property(library, (made) => {
        const names = namesOf(made);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toContain(made.active);
        expect(names).toContain(UNNAMED);
        expect(Math.max(...names.map((each) => each.length))).toBeLessThanOrEqual(MAX_NAME_LENGTH);
      }),
    );
  });

  it('loses no scope by switching, renaming and adding', () => {
    fc.assert(
      fc.property(library, name, name, named, (made, from, to, added) => {
        const before = contentsOf(made);
        expect(contentsOf(switchScope(made, to))).toEqual(expect.arrayContaining(before));
        expect(contentsOf(renameScope(made, from, to))).toEqual(before);
        const after = addScope(made, added);
        expect(contentsOf(after)).toEqual([...before, JSON.stringify([added.scope, added.task])]);
        expect(activeScope(after)).toEqual({ ...added, name: after.active });
      }),
    );
  });

  it('keeps all others when one is saved, changed or deleted', () => {
    fc.assert(
      fc.property(library, name, (made, which) => {
        const others = (of: ScopeLibrary, ...without: string[]) =>
          of.scopes.filter((each) => !without.includes(each.name));
        const saved = saveScopeAs(made, which);
        expect(activeScope(saved)).toEqual({ ...activeScope(made), name: which });
        expect(others(saved, which, UNNAMED)).toEqual(others(made, which, UNNAMED));
        expect(others(deleteScope(made, which), which)).toEqual(others(made, which));
        expect(others(changeActive(made, { scope: [] }), made.active)).toEqual(others(made, made.active));
      }),
    );
  });

  it('empties the scope without a name once that has been saved under one', () => {
    const saved = saveScopeAs(changeActive(EMPTY_LIBRARY, { scope: ITEMS }), 'a');
    expect(saved).toEqual({
      active: 'a',
      scopes: [
        { name: UNNAMED, scope: [], task: EMPTY_TASK },
        { name: 'a', scope: ITEMS, task: EMPTY_TASK },
      ],
    });
    // Saved under another name, it has both.
    expect(namesOf(saveScopeAs(saved, 'b'))).toEqual([UNNAMED, 'a', 'b']);
    expect(deleteScope(saved, 'a')).toEqual(EMPTY_LIBRARY);
  });

  it('refuses a name that is taken, and numbers one that comes from outside', () => {
    const made = addScope(addScope(EMPTY_LIBRARY, { name: 'a', scope: ITEMS, task: EMPTY_TASK }), {
      name: 'b',
      scope: [],
      task: EMPTY_TASK,
    });
    expect(renameScope(made, 'b', 'a')).toEqual(made);
    expect(renameScope(made, UNNAMED, 'c')).toEqual(made);
    expect(renameScope(made, 'b', 'c').active).toBe('c');
    expect(addScope(made, { name: 'a', scope: [], task: EMPTY_TASK }).active).toBe('a 2');
  });
});

describe('parseLibrary', () => {
  it('reads back what was stored', () => {
    fc.assert(
      fc.property(library, (made) => {
        expect(parseLibrary(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }),
    );
  });

  it('takes anything else for an empty library', () => {
    for (const stored of [undefined, null, 5, [], {}, { active: 'a', scopes: 5 }]) {
      expect(parseLibrary(stored)).toEqual(EMPTY_LIBRARY);
    }
  });

  it('leaves out what is broken and keeps the rest', () => {
    const [item] = ITEMS;
    const stored = {
      active: 'gone',
      scopes: [
        { name: 5, scope: [], task: {} },
        { name: 'a', scope: [item, { kind: 'hologram', path: '/b' }, item], task: { goal: 'Go' } },
        { name: 'a', scope: [], task: {} },
        { name: 'b', scope: 'broken', task: 'broken' },
        { name: 'c' },
      ],
    };
    expect(parseLibrary(stored)).toEqual({
      active: UNNAMED,
      scopes: [
        { name: UNNAMED, scope: [], task: EMPTY_TASK },
        { name: 'a', scope: ITEMS, task: { ...EMPTY_TASK, goal: 'Go' } },
        { name: 'b', scope: [], task: EMPTY_TASK },
        { name: 'c', scope: [], task: EMPTY_TASK },
      ],
    });
  });
});
