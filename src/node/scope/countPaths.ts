import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import type { TokenCounter } from '../../core/tokens/vocabulary.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { type FolderEntry, walkFolder } from '../files/walkFolder.ts';

export type CountedPaths = {
  files: { path: string; tokens: number }[];
  skipped: { path: string; reason: SkipReason }[];
  totalTokens: number;
};

/**
 * Counts files, and folders by the rules of the scope. Paths come back relative to `cwd` with `/` where they lie
 * below it. The total is the sum over the files.
 */
export async function countPaths(
  paths: readonly string[],
  cwd: string,
  counter: TokenCounter,
): Promise<CountedPaths> {
  const counted: CountedPaths = { files: [], skipped: [], totalTokens: 0 };
  const seen = new Set<string>();
  for (const given of paths) {
    for await (const entry of entriesOf(resolve(cwd, given))) {
      if (seen.has(entry.path)) continue;
      seen.add(entry.path);
      await countEntry(entry, cwd, counter, counted);
    }
  }
  return counted;
}

async function* entriesOf(path: string): AsyncGenerator<FolderEntry> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false, // Reading it will say why not.
  );
  if (isFolder) yield* walkFolder(path, [path]);
  else yield { path };
}

async function countEntry(
  { path, skip }: FolderEntry,
  cwd: string,
  counter: TokenCounter,
  into: CountedPaths,
) {
  const shown = showPath(path, cwd);
  const read = skip === undefined ? await readTextFile(path) : { skip };
  if ('skip' in read) {
    into.skipped.push({ path: shown, reason: read.skip });
    return;
  }
  const tokens = counter.countTokens(read.text);
  into.files.push({ path: shown, tokens });
  into.totalTokens += tokens;
}

function showPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') || isAbsolute(way) ? path : way.split(sep).join('/');
}
