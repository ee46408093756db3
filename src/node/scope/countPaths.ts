import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import type { FileCounter } from '../counting/fileCounter.ts';
import type { FolderEntry } from '../files/folderTree.ts';
import { walkFolder } from '../files/walkFolder.ts';

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
  encoding: EncodingName,
  files: FileCounter,
): Promise<CountedPaths> {
  const requested = new Set(paths.map((path) => resolve(cwd, path)));
  const skips = new Map<string, SkipReason | undefined>();
  for (const path of requested) {
    for await (const entry of entriesOf(path)) skips.set(entry.path, entry.skip);
  }
  const readable = [...skips.keys()].filter((path) => skips.get(path) === undefined);
  const results = await files.countFiles(readable, encoding);
  const counted: CountedPaths = { files: [], skipped: [], totalTokens: 0 };
  let next = 0;
  for (const [path, skip] of skips) {
    const result = skip === undefined ? results[next++] : { skip };
    if (result === undefined) continue;
    if ('skip' in result) {
      counted.skipped.push({
        path: showPath(path, cwd),
        reason: result.skip,
        requested: requested.has(path),
      });
      continue;
    }
    counted.files.push({ path: showPath(path, cwd), tokens: result.count.tokens });
    counted.totalTokens += result.count.tokens;
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

function showPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way.startsWith('..') || isAbsolute(way) ? path : way.split(sep).join('/');
}
