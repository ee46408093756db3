import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GrammarName, OUTLINE_LANGUAGES } from '../../../src/core/context/outline/languages.ts';
import type { OutlineEntry } from '../../../src/core/context/outline/outlineEntry.ts';
import { createSourceParser } from '../../../src/node/outline/parseSource.ts';

/** Where the package has its wasm files. */
export const GRAMMAR_FOLDER = join(
  import.meta.dirname,
  '../../../node_modules/@vscode/tree-sitter-wasm/wasm',
);
export const parseSource = createSourceParser(GRAMMAR_FOLDER);

const EXTENSIONS = {
  typescript: 'ts',
  tsx: 'tsx',
  javascript: 'js',
  python: 'py',
  go: 'go',
  java: 'java',
  rust: 'rs',
  'c-sharp': 'cs',
  markdown: 'md',
} satisfies Record<GrammarName | 'markdown', string>;

/** A source of each language, with the outline and the symbols that someone has read and found right. */
export const FIXTURES = OUTLINE_LANGUAGES.map((language) => {
  const folder = join(import.meta.dirname, '../../fixtures/outline', language);
  const path = `source.${EXTENSIONS[language]}`;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { language, path, text: read(path), outline: read('outline.txt'), symbols: read('symbols.txt') };
});

export function flatten(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}
