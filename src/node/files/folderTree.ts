import { setImmediate } from 'node:timers/promises';
import type { SkipReason } from '../../core/context/fileState.ts';
import { type IgnoreRules, loadOuterRules } from './ignoreRules.ts';
import { type ListedEntry, listFolder } from './listFolder.ts';
import { isWithin } from './pathWithin.ts';
import { resolveRoots } from './resolveInside.ts';

/** A file below a folder, or what is there but cannot be taken, with the reason. */
export type FolderEntry = { path: string; skip?: SkipReason };

export type TreeFile = FolderEntry & { kind: 'file' | 'link' };

export type TreeFolder = FolderEntry & {
  kind: 'folder';
  /** The rules that hold around the folder, and in it: other ones only where it has an ignore file. */
  outer: IgnoreRules;
  inner: IgnoreRules;
  /** As `stampFolder` gave it when the children were listed. */
  stamp?: string;
  /** By name, in the order of the walk. */
  children: Map<string, TreeFile | TreeFolder>;
  /** How many entries Git ignores here; a folder is one. */
  ignored: number;
};

/** What a walk has found: nothing of `.git`, of what Git ignores, and of where links to folders lead. */
export type FolderTree = { top: TreeFolder; roots: readonly string[] };

/** A cancel is seen, and other questions are answered, after so many folders: a few milliseconds. */
export const FOLDERS_AT_ONCE = 128;

/** Walks `folder`; links may lead anywhere inside `roots`. Rejects with the signal's reason once aborted. */
export async function walkTree(
  folder: string,
  roots: readonly string[],
  signal?: AbortSignal,
): Promise<FolderTree> {
  const top = newFolder(folder, rulesAround(folder, roots));
  await fillFolders([top], resolveRoots(roots), signal);
  return { top, roots };
}

/** The rules that hold around the folder that a walk starts from. */
export function rulesAround(folder: string, roots: readonly string[]): IgnoreRules {
  return loadOuterRules(folder, roots.find((root) => isWithin(root, folder)) ?? folder);
}

/** The files of the tree in the order of the walk, and the folders that cannot be read. */
export function* listFiles(tree: FolderTree): Generator<TreeFile | TreeFolder> {
  for (const node of listNodes(tree)) if (node.kind !== 'folder' || node.skip !== undefined) yield node;
}

/** All files and folders of the tree, in the order of the walk. */
export function* listNodes({ top }: FolderTree): Generator<TreeFile | TreeFolder> {
  const stack: (TreeFile | TreeFolder)[] = [top];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    if (next.kind === 'folder') for (const child of [...next.children.values()].reverse()) stack.push(child);
  }
}

/** Reads each folder and all below it, and hands out every one it has read. */
export async function fillFolders(
  folders: readonly TreeFolder[],
  realRoots: readonly string[],
  signal?: AbortSignal,
): Promise<TreeFolder[]> {
  const filled = [...folders];
  for (let index = 0; index < filled.length; index++) {
    if (index % FOLDERS_AT_ONCE === FOLDERS_AT_ONCE - 1) await setImmediate();
    signal?.throwIfAborted();
    for (const added of readChildren(filled[index] as TreeFolder, realRoots)) filled.push(added);
  }
  return filled;
}

/** Lists a folder again. What is still there stays the same object; the folders that are new come back, not yet read. */
export function readChildren(folder: TreeFolder, realRoots: readonly string[]): TreeFolder[] {
  const listing = listFolder(folder.path, folder.outer, realRoots);
  const former = folder.children;
  folder.children = new Map();
  folder.ignored = 'skip' in listing ? 0 : listing.ignored;
  delete folder.skip;
  delete folder.stamp;
  if ('skip' in listing) {
    folder.skip = listing.skip;
    return [];
  }
  folder.inner = listing.rules;
  if (listing.stamp !== undefined) folder.stamp = listing.stamp;
  const added: TreeFolder[] = [];
  for (const entry of listing.entries) {
    const known = former.get(entry.name);
    if (known !== undefined && isSame(known, entry)) {
      folder.children.set(entry.name, known);
      continue;
    }
    const child = newChild(entry, listing.rules);
    folder.children.set(entry.name, child);
    if (child.kind === 'folder') added.push(child);
  }
  return added;
}

function isSame(known: TreeFile | TreeFolder, entry: ListedEntry): boolean {
  return known.kind === entry.kind && (known.kind === 'folder' || known.skip === entry.skip);
}

function newChild({ kind, path, skip }: ListedEntry, rules: IgnoreRules): TreeFile | TreeFolder {
  if (kind === 'folder') return newFolder(path, rules);
  return skip === undefined ? { kind, path } : { kind, path, skip };
}

function newFolder(path: string, outer: IgnoreRules): TreeFolder {
  return { kind: 'folder', path, outer, inner: outer, children: new Map(), ignored: 0 };
}
