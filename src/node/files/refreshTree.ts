import { basename, dirname, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  FOLDERS_AT_ONCE,
  type FolderTree,
  fillFolders,
  listFiles,
  readChildren,
  rulesAround,
  type TreeFolder,
} from './folderTree.ts';
import { areSameRules, isIgnoreFile, withFolderRules } from './ignoreRules.ts';
import { stampFolder } from './listFolder.ts';
import { isWithin } from './pathWithin.ts';
import { resolveRoots } from './resolveInside.ts';

/**
 * Makes the tree what a new walk would find, if nothing but `paths` and what lies below them has come, changed or gone, and
 * no ignore file (see `changesRules`). Reads the folders on the way there and what is new, nothing else. Each file at or
 * below `paths`, and each link, is a new object afterwards, changed or not. Once this has rejected the tree is of no use.
 */
export async function refreshTree(
  tree: FolderTree,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const refresh: Refresh = {
    realRoots: resolveRoots(tree.roots),
    listed: new Set(),
    filled: new Set(),
    signal,
  };
  // What a link leads to may have changed without a word about the link.
  const links = [...listFiles(tree)].filter(({ kind }) => kind === 'link').map(({ path }) => path);
  for (const path of [...paths, ...links]) {
    if (isWithin(tree.top.path, path)) await refreshPath(tree.top, path, refresh);
  }
}

/**
 * Makes the tree what a new walk would find, whatever has happened since. Lists only the folders whose own time of change is
 * another one, which takes a third of the time of a walk. Files stay the objects they were; each link is a new one. `false`
 * when the rules around the tree have changed: then it is of no use, nor is it after a rejection.
 */
export async function rewalkTree(tree: FolderTree, signal?: AbortSignal): Promise<boolean> {
  const { top, roots } = tree;
  if (!areSameRules(rulesAround(top.path, roots), top.outer)) return false;
  const realRoots = resolveRoots(roots);
  const folders = [top];
  for (let index = 0; index < folders.length; index++) {
    if (index % FOLDERS_AT_ONCE === FOLDERS_AT_ONCE - 1) await setImmediate();
    signal?.throwIfAborted();
    const folder = folders[index] as TreeFolder;
    await fillFolders(listIfChanged(folder, realRoots), realRoots, signal);
    for (const child of folder.children.values()) if (child.kind === 'folder') folders.push(child);
  }
  return true;
}

/** The folders that are new in one; all of them where its rules are other ones. */
function listIfChanged(folder: TreeFolder, realRoots: readonly string[]): TreeFolder[] {
  const hasRules = folder.inner !== folder.outer;
  if (hasRules && !areSameRules(withFolderRules(folder.outer, folder.path), folder.inner)) {
    folder.children.clear();
    return readChildren(folder, realRoots);
  }
  const hasLinks = [...folder.children.values()].some(({ kind }) => kind === 'link');
  const isSame = folder.stamp !== undefined && folder.stamp === stampFolder(folder.path);
  if (isSame && !hasLinks) return [];
  for (const [name, child] of folder.children) {
    // What a link leads to may have changed without a word about the link.
    if (child.kind === 'link') folder.children.delete(name);
  }
  const { inner } = folder;
  const added = readChildren(folder, realRoots);
  if (areSameRules(inner, folder.inner)) return added;
  // An ignore file has come or gone.
  folder.children.clear();
  return readChildren(folder, realRoots);
}

/** Whether a change at `path` can change what Git ignores in the tree, so that it must be walked anew. */
export function changesRules({ top }: FolderTree, path: string): boolean {
  const folder = dirname(path);
  if (isIgnoreFile(basename(path)))
    return isWithin(folder, top.path) || findFolder(top, folder) !== undefined;
  return EXCLUDE_FILES.some(
    (file) => path.endsWith(sep + file) && isWithin(path.slice(0, -file.length), top.path),
  );
}

/** The file of rules in a repository, and what it may come or go with. */
const EXCLUDE_FILES = ['.git', join('.git', 'info'), join('.git', 'info', 'exclude')];

type Refresh = {
  readonly realRoots: readonly string[];
  /** The folders that have been listed since the refresh began. */
  readonly listed: Set<TreeFolder>;
  /** Those that have been read with all below. */
  readonly filled: Set<TreeFolder>;
  readonly signal: AbortSignal | undefined;
};

async function refreshPath(top: TreeFolder, path: string, refresh: Refresh): Promise<void> {
  let folder = top;
  for (const name of namesBetween(top.path, path)) {
    await listAgain(folder, refresh);
    const child = folder.children.get(name);
    if (child === undefined) return; // Gone, or ignored.
    if (child.kind !== 'folder') {
      folder.children.set(name, { ...child });
      return;
    }
    folder = child;
  }
  if (refresh.filled.has(folder)) return;
  folder.children.clear();
  await fill([folder], refresh);
}

async function listAgain(folder: TreeFolder, refresh: Refresh): Promise<void> {
  if (refresh.listed.has(folder)) return;
  refresh.listed.add(folder);
  await fill(readChildren(folder, refresh.realRoots), refresh);
}

async function fill(folders: readonly TreeFolder[], { realRoots, listed, filled, signal }: Refresh) {
  for (const folder of await fillFolders(folders, realRoots, signal)) {
    listed.add(folder);
    filled.add(folder);
  }
}

function findFolder(top: TreeFolder, path: string): TreeFolder | undefined {
  let folder = top;
  for (const name of namesBetween(top.path, path)) {
    const child = folder.children.get(name);
    if (child?.kind !== 'folder') return undefined;
    folder = child;
  }
  return folder;
}

function namesBetween(folder: string, path: string): string[] {
  const way = relative(folder, path);
  return way === '' ? [] : way.split(sep);
}
