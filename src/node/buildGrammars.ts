import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GRAMMAR_NAMES } from '../core/context/outline/languages.ts';

const PROJECT = join(import.meta.dirname, '../..');
const PACKAGE = join(PROJECT, 'node_modules/@vscode/tree-sitter-wasm/wasm');

/** The parser and the grammars that outlines are read with, of the sixteen that the package has. */
export const GRAMMAR_FILES: readonly string[] = [
  'tree-sitter.wasm',
  ...GRAMMAR_NAMES.map((name) => `tree-sitter-${name}.wasm`),
];

if (import.meta.main) buildGrammars(join(PROJECT, 'dist'));

/** Copies tree-sitter's wasm files into the folder, unless they are there already. */
export function buildGrammars(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of GRAMMAR_FILES) {
    const [from, to] = [join(PACKAGE, name), join(folder, name)];
    if (!isCopy(from, to)) copyFileSync(from, to);
  }
}

function isCopy(from: string, to: string): boolean {
  const copy = statSync(to, { throwIfNoEntry: false });
  // All files of an npm package are of the same day of 1985: only the size tells, and the time of installation.
  const original = statSync(from);
  return copy !== undefined && copy.size === original.size && copy.mtimeMs >= original.ctimeMs;
}
