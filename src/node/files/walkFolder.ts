import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import { type IgnoreRules, isIgnored, loadOuterRules, withFolderRules } from './ignoreRules.ts';
import { isWithin } from './pathWithin.ts';
import { skipReasonOf } from './readTextFile.ts';

/** A file below a folder, or what is there but cannot be taken, with the reason. */
export type FolderEntry = { path: string; skip?: SkipReason };

/**
 * Lists what lies below `folder` in a fixed order, leaving out `.git` and what Git ignores. Links to files are
 * followed as long as they stay inside `roots`; links to folders never, so that no loop can trap the walk.
 */
export async function* walkFolder(folder: string, roots: readonly string[]): AsyncGenerator<FolderEntry> {
  const workspaceRoot = roots.find((root) => isWithin(root, folder)) ?? folder;
  const realRoots = await resolveRoots(roots);
  yield* walk(folder, await loadOuterRules(folder, workspaceRoot), realRoots);
}

/** The roots with links resolved; a root that is gone contains nothing. */
export async function resolveRoots(roots: readonly string[]): Promise<string[]> {
  const resolved = await Promise.all(roots.map((root) => realpath(root).catch(() => undefined)));
  return resolved.filter((root) => root !== undefined);
}

/** Where `path` leads with links resolved, or why it may not be read although it is named inside the workspace. */
export async function resolveInside(
  path: string,
  realRoots: readonly string[],
): Promise<{ target: string } | { skip: SkipReason }> {
  try {
    const target = await realpath(path);
    return realRoots.some((root) => isWithin(root, target)) ? { target } : { skip: 'outside' };
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}

async function* walk(folder: string, outer: IgnoreRules, realRoots: string[]): AsyncGenerator<FolderEntry> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, skip: skipReasonOf(error) };
    return;
  }
  const rules = await withFolderRules(outer, folder);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name === '.git' || isIgnored(rules, path, entry.isDirectory())) continue;
    if (entry.isDirectory()) yield* walk(path, rules, realRoots);
    else if (entry.isSymbolicLink()) yield await classifyLink(path, realRoots);
    else yield entry.isFile() ? { path } : { path, skip: 'special' };
  }
}

async function classifyLink(path: string, realRoots: readonly string[]): Promise<FolderEntry> {
  const resolved = await resolveInside(path, realRoots);
  if ('skip' in resolved) return { path, skip: resolved.skip };
  if (isWithin(resolved.target, path)) return { path, skip: 'loop' };
  const isFolder = await stat(resolved.target).then(
    (stats) => stats.isDirectory(),
    () => false, // Gone since: reading it will say so.
  );
  return isFolder ? { path, skip: 'linkedFolder' } : { path };
}
