import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import type { TokenCounter } from '../../core/tokens/vocabulary.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { type FolderEntry, walkFolder } from '../files/walkFolder.ts';

export type CountedPaths = {
  files: { path: string; tokens: number }[];
  /** `requested` are those that were named themselves, not found in a folder. */
  skipped: { path: string; reason: SkipReason; requested: boolean }[];
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
    const path = resolve(cwd, given);
    for await (const entry of entriesOf(path)) {
      if (seen.has(entry.path)) continue;
      seen.add(entry.path);
      const shown = showPath(entry.path, cwd);
      const tokens = await countEntry(entry, counter);
      if (typeof tokens === 'number') counted.files.push({ path: shown, tokens });
      else counted.skipped.push({ path: shown, reason: tokens, requested: entry.path === path });
    }
  }
  counted.totalTokens = counted.files.reduce((sum, { tokens }) => sum + tokens, 0);
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

async function countEntry({ path, skip }: FolderEntry, counter: TokenCounter): Promise<number | SkipReason> {
  if (skip !== undefined) return skip;
  const read = await readTextFile(path);
  return 'skip' in read ? read.skip : counter.countTokens(read.text);
}

function showPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') || isAbsolute(way) ? path : way.split(sep).join('/');
}
