import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineLanguageOf } from '../../../src/core/context/outline/languages.ts';
import type { OutlineEntry } from '../../../src/core/context/outline/outlineEntry.ts';
import { renderOutline } from '../../../src/core/context/outline/renderOutline.ts';
import { createTokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import { encodeVocabulary } from '../../../src/core/tokens/vocabularyFile.ts';
import { readVocabularySource } from '../../../src/core/tokens/vocabularySource.ts';
import { createSourceParser, type SourceParser } from '../../../src/node/outline/parseSource.ts';

/** `node test/bench/outline/main.ts <folder…>`: share of tokens and time of outlines over the sources below the folders, and of 10 MB of generated code. */
const GRAMMARS = join(import.meta.dirname, '../../../node_modules/@vscode/tree-sitter-wasm/wasm');
const MAX_FILES = 300;
const parseSource = createSourceParser(GRAMMARS);
const words = readVocabularySource('o200k_base').map((token) => Buffer.from(token, 'base64'));
const counter = createTokenCounter(encodeVocabulary(words), 'o200k_base');

type Row = {
  path: string;
  before: number;
  after: number;
  bare: number;
  chars: number;
  ms: number;
  entries: number;
};

for (const folder of process.argv.slice(2)) await printFolder(folder);
await printGenerated(parseSource);

async function printFolder(folder: string): Promise<void> {
  const paths = globSync('**/*.*', { cwd: folder }).filter((path) => outlineLanguageOf(path) !== undefined);
  const every = Math.ceil(paths.length / MAX_FILES);
  const rows: Row[] = [];
  for (const path of paths.sort().filter((_, index) => index % every === 0)) {
    rows.push(await measureFile(path, readFileSync(join(folder, path), 'utf8')));
  }
  console.log(`\n## ${folder}: ${rows.length} of ${paths.length} files\n`);
  console.log(
    '| language | files | median share | without line numbers | all | ms per 100 KB | without an entry |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | --- |');
  for (const [language, some] of Map.groupBy(rows, ({ path }) => outlineLanguageOf(path))) {
    const empty = some.filter(({ entries, before }) => entries === 0 && before > 0).map(({ path }) => path);
    const cells = [
      language,
      some.length,
      percent(median(some.map(({ after, before }) => after / Math.max(1, before)))),
      percent(median(some.map(({ bare, before }) => bare / Math.max(1, before)))),
      percent(sum(some, 'after') / sum(some, 'before')),
      ((sum(some, 'ms') / sum(some, 'chars')) * 100_000).toFixed(1),
      `${empty.length}${empty.length > 0 ? `: ${empty.slice(0, 4).join(', ')}` : ''}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function measureFile(path: string, text: string): Promise<Row> {
  const start = performance.now();
  const entries = (await parseSource(path, text))?.entries ?? [];
  const outline = renderOutline(entries);
  const ms = performance.now() - start;
  return {
    path,
    before: counter.countTokens(text),
    after: counter.countTokens(outline),
    bare: counter.countTokens(outline.replace(/^\d+ /gm, '')),
    chars: text.length,
    ms,
    entries: countEntries(entries),
  };
}

async function printGenerated(parse: SourceParser): Promise<void> {
  const method =
    '  public async load1(a: string, b = { c: [1, 2] }): Promise<void> {\n    await this.x(a, b.c);\n  }\n';
  const text = `export class Generated {\n${method}}\n`.repeat(Math.ceil(10_000_000 / (method.length + 28)));
  const heapBefore = process.memoryUsage().rss;
  const start = performance.now();
  const parsed = await parse('generated.ts', text);
  const ms = performance.now() - start;
  const grown = (process.memoryUsage().rss - heapBefore) / 2 ** 20;
  console.log(
    `\n${(text.length / 1e6).toFixed(1)} MB of generated TypeScript: ${ms.toFixed(0)} ms, ${grown.toFixed(0)} MB more in memory, ` +
      `${countEntries(parsed?.entries ?? [])} entries, at the end "${parsed?.entries.at(-1)?.text}"`,
  );
}

function countEntries(entries: readonly OutlineEntry[]): number {
  return entries.reduce((count, { children }) => count + 1 + countEntries(children), 0);
}

function sum(rows: readonly Row[], key: 'before' | 'after' | 'chars' | 'ms'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
