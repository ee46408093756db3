import { expect, it } from 'vitest';
import { outlineLanguageOf } from '../../../../src/core/context/outline/languages.ts';

it.each([
  ['a.ts', 'typescript'],
  ['src/a.d.mts', 'typescript'],
  ['a.cts', 'typescript'],
  ['a.tsx', 'tsx'],
  ['a.jsx', 'javascript'],
  ['a.mjs', 'javascript'],
  ['a.CJS', 'javascript'],
  ['C:\\code\\a.pyi', 'python'],
  ['a.go', 'go'],
  ['A.java', 'java'],
  ['a.rs', 'rust'],
  ['a.cs', 'c-sharp'],
  ['README.md', 'markdown'],
  ['a.json', undefined],
  ['a.constructor', undefined],
  ['ts', undefined],
  ['a.ts/b', undefined],
])('%s is %s', (path, language) => {
  expect(outlineLanguageOf(path)).toBe(language);
});
