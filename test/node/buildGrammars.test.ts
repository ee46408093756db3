import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildGrammars, GRAMMAR_FILES } from '../../src/node/buildGrammars.ts';
import { GRAMMAR_FOLDER } from './outline/testParser.ts';
import { makeFolder } from './temporaryFolder.ts';

it('copies the parser and the grammars of the languages with an outline, and no others', () => {
  const folder = makeFolder();
  buildGrammars(folder);
  expect(readdirSync(folder).sort()).toEqual([...GRAMMAR_FILES].sort());
  const bytes = GRAMMAR_FILES.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBe(10_784_157);
});

it('leaves a copy alone and mends a broken one', () => {
  const folder = makeFolder();
  buildGrammars(folder);
  const file = join(folder, 'tree-sitter-go.wasm');
  const written = statSync(file).mtimeMs;
  buildGrammars(folder);
  expect(statSync(file).mtimeMs).toBe(written);
  writeFileSync(file, 'cut');
  buildGrammars(folder);
  expect(readFileSync(file)).toEqual(readFileSync(join(GRAMMAR_FOLDER, 'tree-sitter-go.wasm')));
});
