import { type Dirent, readdirSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import { createIgnoreTest, type IgnoreRules, isIgnoreFile, withFolderRules } from './ignoreRules.ts';
import { isWithin } from './pathWithin.ts';
import { skipReasonOf } from './readTextFile.ts';
import { resolveInside } from './resolveInside.ts';

/** What lies in a folder. `skip` says why a file cannot be taken. */
export type ListedEntry = {
  name: string;
  path: string;
  kind: 'file' | 'link' | 'folder';
  skip?: SkipReason;
};

export type FolderListing = {
  /** Sorted by name, without `.git` and what Git ignores. */
  entries: ListedEntry[];
  /** How many entries Git ignores; a folder is one. */
  ignored: number;
  /** The rules that hold in the folder, its own among them. */
  rules: IgnoreRules;
  /** The folder as it was listed; absent while it is too young to tell a later change by. */
  stamp?: string;
};

/** A folder that was changed twice within a tick of the file system's clock (2 s on the coarsest) looks as if it was changed once. */
const YOUNG_MS = 2000;

/** What tells whether entries have come or gone in a folder, without listing it; `undefined` where it cannot tell. */
export function stampFolder(folder: string): string | undefined {
  try {
    const { mtimeMs, ino } = statSync(folder);
    return Date.now() - mtimeMs < YOUNG_MS ? undefined : `${mtimeMs} ${ino}`;
  } catch {
    return undefined; // Listing it will say why not.
  }
}

/**
 * Lists one folder under the rules that hold around it. Links to files are taken as long as they stay inside `realRoots`,
 * links to folders never. Synchronous, for worker threads and the command line: a promise for each of some thousand folders
 * takes five times as long. A folder that cannot be read comes back as a reason.
 */
export function listFolder(
  folder: string,
  outer: IgnoreRules,
  realRoots: readonly string[],
): FolderListing | { skip: SkipReason } {
  const stamp = stampFolder(folder); // Before the entries: what comes in between changes it.
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rules = found.some(({ name }) => isIgnoreFile(name)) ? withFolderRules(outer, folder) : outer;
  const isIgnored = createIgnoreTest(rules, folder);
  const visible = found.filter(({ name }) => name !== '.git');
  const taken = visible.filter((entry) => !isIgnored(entry.name, entry.isDirectory()));
  const start = folder.endsWith(sep) ? folder : folder + sep;
  const entries = taken.map((entry) => classifyEntry(entry, start + entry.name, realRoots));
  return { entries, ignored: visible.length - taken.length, rules, ...(stamp !== undefined && { stamp }) };
}

function classifyEntry(entry: Dirent, path: string, realRoots: readonly string[]): ListedEntry {
  const { name } = entry;
  if (entry.isDirectory()) return { name, path, kind: 'folder' };
  if (entry.isFile()) return { name, path, kind: 'file' };
  if (!entry.isSymbolicLink()) return { name, path, kind: 'file', skip: 'special' };
  const skip = findLinkSkip(path, realRoots);
  return { name, path, kind: 'link', ...(skip !== undefined && { skip }) };
}

function findLinkSkip(path: string, realRoots: readonly string[]): SkipReason | undefined {
  const resolved = resolveInside(path, realRoots);
  if ('skip' in resolved) return resolved.skip;
  if (isWithin(resolved.target, path)) return 'loop';
  return isFolder(resolved.target) ? 'linkedFolder' : undefined;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // Gone since: reading it will say so.
  }
}
