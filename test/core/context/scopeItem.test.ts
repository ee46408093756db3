import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETAIL_WORDS, DETAILS } from '../../../src/core/context/detail.ts';
import { setItemDetail, setItemStable } from '../../../src/core/context/scope.ts';
import {
  DETAILS_OF,
  fileItem,
  folderItem,
  gitDiffItem,
  globItem,
  isManyFiles,
  linesItem,
  pathOf,
  problemsItem,
  type ScopeItem,
  symbolItem,
  textItem,
  withId,
} from '../../../src/core/context/scopeItem.ts';
import { arbitraryItem } from './arbitraryScope.ts';

const LINES = { startLine: 1, endLine: 2 };

/** Different things, of which many have the same path. */
const DIFFERENT: readonly ScopeItem[] = [
  fileItem('/a'),
  folderItem('/a'),
  problemsItem('/a'),
  globItem('/a', '*.ts'),
  globItem('/a', '*.js'),
  linesItem('/a', LINES),
  linesItem('/a', { startLine: 1, endLine: 3 }),
  symbolItem('/a', 'A.b', LINES),
  symbolItem('/a', 'A.c', LINES),
  gitDiffItem('/a', { to: 'workingTree' }),
  gitDiffItem('/a', { to: 'staged' }),
  gitDiffItem('/a', { to: 'branch', branch: 'staged' }),
  gitDiffItem('/a', { to: 'branch', branch: 'workingTree' }),
  textItem('note', 'a'),
  textItem('note', 'b'),
  textItem('terminal', 'a'),
];

describe('scope items', () => {
  it('have an id that tells them apart', () => {
    expect(new Set(DIFFERENT.map(({ id }) => id)).size).toBe(DIFFERENT.length);
  });

  it('keep their id whatever is set on them, and wherever a symbol has moved', () => {
    fc.assert(
      fc.property(arbitraryItem(fc.constantFrom('/a', '/b')), (item) => {
        expect(withId(item)).toEqual(item);
        expect(withId({ ...item, checked: !item.checked }).id).toBe(item.id);
      }),
    );
    expect(symbolItem('/a', 'A', LINES).id).toBe(symbolItem('/a', 'A', { startLine: 8, endLine: 9 }).id);
  });

  it('start checked, at the first of their details', () => {
    for (const item of DIFFERENT) {
      expect(item.checked).toBe(true);
      expect(item.detail).toBe(DETAILS_OF[item.kind][0]);
    }
  });

  it('take the details of their kind and no others', () => {
    for (const item of DIFFERENT) {
      for (const detail of DETAILS) {
        const isKnown = DETAILS_OF[item.kind].includes(detail);
        expect(setItemDetail([item], item.id, detail)).toEqual([isKnown ? { ...item, detail } : item]);
        expect(DETAIL_WORDS[detail]).not.toBe('');
      }
    }
  });

  it('are marked as stable and back', () => {
    for (const item of DIFFERENT) {
      const marked = setItemStable([item], item.id, true);
      expect(marked).toEqual([{ ...item, stable: true }]);
      expect(setItemStable(marked, item.id, false)).toEqual([item]);
      expect(setItemStable([item], 'other', true)).toEqual([item]);
    }
  });

  it('say where they lie and whether parts of them can be unchecked', () => {
    expect(DIFFERENT.filter((item) => pathOf(item) === undefined).map(({ kind }) => kind)).toEqual([
      'text',
      'text',
      'text',
    ]);
    expect(new Set(DIFFERENT.filter(isManyFiles).map(({ kind }) => kind))).toEqual(
      new Set(['folder', 'glob', 'gitDiff']),
    );
  });
});
