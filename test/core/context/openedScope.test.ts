import { expect, it } from 'vitest';
import { openedScope } from '../../../src/core/context/openedScope.ts';
import { fileItem, linesItem } from '../../../src/core/context/scopeItem.ts';

it('is the files and lines that documents come from, each once and in full, without what comes from no file', () => {
  const lines = { startLine: 3, endLine: 9 };
  const places = [{ path: '/a.ts' }, { path: '' }, { path: '/b.ts', lines }, { path: '/a.ts' }];
  expect(openedScope(places)).toEqual([fileItem('/a.ts'), linesItem('/b.ts', lines)]);
  expect(openedScope([{ path: '/b.ts', lines }, { path: '/b.ts' }])).toHaveLength(2);
});
