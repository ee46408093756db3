import type { IndexedFile } from '../facts/indexedFile.ts';
import { createImportResolver, type ImportResolver } from './importResolver.ts';
import type { PathTable } from './pathTable.ts';

/** Which file imports which, by number. Where an import means a whole package, each of its files gets a share of it. */
export type ImportGraph = { imports: readonly (readonly Edge[])[]; importers: readonly (readonly Edge[])[] };
export type Edge = { file: number; share: number };

/** A package of more files than this says little about any one of them. */
const MOST_FILES_OF_IMPORT = 60;

type Known = { files: readonly IndexedFile[]; graph: ImportGraph };

/** Cycles, imports of oneself and names that lead nowhere do no harm. `previous` is of files with the same paths; what it knows of files that have not changed is taken over. */
export function buildImportGraph(
  table: PathTable,
  files: readonly IndexedFile[],
  previous?: Known,
): ImportGraph {
  const provisions = files.map(({ provides }) => provides);
  const resolve = createImportResolver(table, provisions);
  const known = previous !== undefined && isSame(previous.files, files) ? previous : undefined;
  const imports = files.map(
    (file, index) =>
      (known?.files[index] === file ? known.graph.imports[index] : undefined) ??
      edgesOf(index, file.imports, resolve),
  );
  const importers: Edge[][] = files.map(() => []);
  for (const [from, edges] of imports.entries()) {
    for (const { file, share } of edges) importers[file]?.push({ file: from, share });
  }
  return { imports, importers };
}

function edgesOf(from: number, names: readonly string[], resolve: ImportResolver): Edge[] {
  const shares = new Map<number, number>();
  for (const name of names) {
    const files = resolve(from, name);
    if (files.length > MOST_FILES_OF_IMPORT) continue;
    for (const file of files) shares.set(file, Math.max(shares.get(file) ?? 0, 1 / Math.sqrt(files.length)));
  }
  shares.delete(from);
  return Array.from(shares, ([file, share]) => ({ file, share }));
}

/** Whether imports mean the same as before: names of packages and aliases decide for all files. */
function isSame(before: readonly IndexedFile[], after: readonly IndexedFile[]): boolean {
  return before.every(
    ({ provides }, index) =>
      provides === after[index]?.provides || provides.join('\n') === after[index]?.provides.join('\n'),
  );
}
