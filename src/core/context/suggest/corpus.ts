import type { IdentifierTable } from './facts/identifierTable.ts';
import type { IndexedFile } from './facts/indexedFile.ts';
import { buildImportGraph, type ImportGraph } from './graph/importGraph.ts';
import { createPathTable, type PathTable } from './graph/pathTable.ts';
import { type History, type PlacedHistory, placeHistory } from './history/history.ts';
import { type FilePlace, placeFile } from './signals/filePlace.ts';

/** Everything a suggestion is made from. Files are in the order of their paths, and go by their place in it. */
export type Corpus = {
  files: readonly IndexedFile[];
  table: PathTable;
  places: readonly FilePlace[];
  identifiers: IdentifierTable;
  graph: ImportGraph;
  history: PlacedHistory;
  /** What `history` was placed from. */
  commits: History;
  /** In how many files each identifier occurs. */
  frequencies: Uint32Array;
  /** Files that declare each identifier. */
  declaredIn: ReadonlyMap<number, readonly number[]>;
  averageLength: number;
};

/**
 * The order in which the files come makes no difference. What of `previous` still holds is taken over: a file that was saved costs a fraction of
 * the whole. Files and histories that have changed are other objects.
 */
export function buildCorpus(
  unordered: readonly IndexedFile[],
  identifiers: IdentifierTable,
  commits: History,
  previous?: Corpus,
): Corpus {
  const files = [...unordered].sort((a, b) => (a.path < b.path ? -1 : 1));
  const same = previous !== undefined && hasSamePaths(previous.files, files) ? previous : undefined;
  const paths = files.map(({ path }) => path);
  const table = same?.table ?? createPathTable(paths);
  return {
    files,
    table,
    places: same?.places ?? paths.map(placeFile),
    identifiers,
    graph: buildImportGraph(table, files, same),
    history: same?.commits === commits ? same.history : placeHistory(commits, table),
    commits,
    frequencies: countFiles(files, identifiers),
    declaredIn: collectDeclarations(files, identifiers),
    averageLength: files.reduce((sum, { length }) => sum + length, 0) / Math.max(files.length, 1) || 1,
  };
}

function hasSamePaths(before: readonly IndexedFile[], after: readonly IndexedFile[]): boolean {
  return before.length === after.length && before.every(({ path }, index) => path === after[index]?.path);
}

function countFiles(files: readonly IndexedFile[], { names }: IdentifierTable): Uint32Array {
  const frequencies = new Uint32Array(names.length);
  for (const file of files) {
    for (const identifier of file.identifiers) frequencies[identifier] = (frequencies[identifier] ?? 0) + 1;
  }
  return frequencies;
}

function collectDeclarations(
  files: readonly IndexedFile[],
  identifiers: IdentifierTable,
): Map<number, number[]> {
  const declaredIn = new Map<number, number[]>();
  for (const [index, { names, isBulk }] of files.entries()) {
    if (isBulk) continue;
    for (const name of names) {
      const identifier = identifiers.numberOf(name);
      if (identifier === undefined) continue;
      const known = declaredIn.get(identifier);
      if (known === undefined) declaredIn.set(identifier, [index]);
      else known.push(index);
    }
  }
  return declaredIn;
}
