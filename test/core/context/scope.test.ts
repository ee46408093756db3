import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScope } from '../../../src/core/context/parseScope.ts';
import { addItems, removeItems, setItemChecked } from '../../../src/core/context/scope.ts';
import { fileItem, folderItem, linesItem, pathOf } from '../../../src/core/context/scopeItem.ts';
import { arbitraryItem } from './arbitraryScope.ts';

const item = fc.oneof(
  fc.constantFrom('/a', '/b', '/c').map(fileItem),
  fc.constantFrom('/a', '/d').map(folderItem),
  fc.integer({ min: 1, max: 3 }).map((line) => linesItem('/a', { startLine: line, endLine: line + 1 })),
);

describe('scope', () => {
  it('has each item once, in the order of adding', () => {
    const scope = addItems([], [fileItem('/b'), fileItem('/a'), fileItem('/b')]);
    expect(addItems(scope, [fileItem('/a'), fileItem('/c')]).map(pathOf)).toEqual(['/b', '/a', '/c']);
  });

  it('adding twice is adding once', () => {
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (first, second) => {
        const once = addItems(addItems([], first), second);
        expect(addItems(once, second)).toEqual(once);
        expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
      }),
    );
  });

  it('checks an item again that is added again', () => {
    const scope = setItemChecked([fileItem('/a')], 'file:/a', false);
    expect(scope[0]?.checked).toBe(false);
    expect(addItems(scope, [fileItem('/a')])[0]?.checked).toBe(true);
  });

  it('removing what was added leaves what was there', () => {
    const before = [fileItem('/a'), folderItem('/d')];
    expect(removeItems(addItems(before, [fileItem('/c')]), new Set(['file:/c']))).toEqual(before);
  });
});

describe('parseScope', () => {
  it('reads back what was stored', () => {
    const items = arbitraryItem(fc.constantFrom('/a', '/b'));
    fc.assert(
      fc.property(fc.uniqueArray(items, { selector: ({ id }) => id }), (scope) => {
        expect(parseScope(JSON.parse(JSON.stringify(scope)))).toEqual(scope);
      }),
    );
  });

  it('takes anything else for an empty scope', () => {
    expect(parseScope(undefined)).toEqual([]);
    expect(parseScope({ length: 1 })).toEqual([]);
    expect(parseScope([{ kind: 'file', path: 5 }])).toEqual([]);
    expect(parseScope([{ ...linesItem('/a', { startLine: 0, endLine: 1 }) }])).toEqual([]);
  });

  it('keeps what is beside a broken item, each once', () => {
    const kept = [fileItem('/a'), folderItem('/b')];
    expect(parseScope([kept[0], { kind: 'hologram', path: '/c' }, null, kept[1], kept[0]])).toEqual(kept);
  });

  it('takes items of version 0.1, which had no details', () => {
    const { detail: _none, ...old } = fileItem('/a');
    expect(parseScope([old])).toEqual([fileItem('/a')]);
  });
});
