import { lstatSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileItem, folderItem, globItem, type ScopeItem } from '../core/context/scopeItem.ts';
import { formatName } from '../core/format.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { UsageError } from './usageError.ts';

/** A path as it was given, and the scope item that it names. */
export type NamedItem = { name: string; item: ScopeItem };

/** The folder that nothing may leave, with links resolved. */
export function findRoot(root: string, cwd: string): string {
  const path = resolve(cwd, root);
  if (!isFolder(path)) throw new UsageError(`--root takes a folder, and "${formatName(root)}" is none.`);
  return realpathSync.native(path);
}

/**
 * Files, folders and globs, relative to `cwd`, which has its links resolved. What exists is taken by its name, whatever characters are in
 * it. Nothing may lie outside `root`.
 */
export function nameItems(names: readonly string[], cwd: string, root: string): NamedItem[] {
  return names.map((name) => ({ name, item: itemOf(name, cwd, root) }));
}

function itemOf(name: string, cwd: string, root: string): ScopeItem {
  const path = resolve(cwd, name);
  if (isFolder(path)) return folderItem(keepInside(path, name, root));
  const { base, pattern } = exists(path) ? { base: name, pattern: '' } : splitGlob(name);
  const start = keepInside(resolve(cwd, base), name, root);
  return pattern === '' ? fileItem(start) : globItem(start, pattern);
}

/** `src/*.ts` is `*.ts` below `src`: what stands before the first part with a wildcard is a folder. */
function splitGlob(name: string): { base: string; pattern: string } {
  const parts = name.split(sep === '/' ? '/' : /[\\/]/);
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  if (first === -1) return { base: name, pattern: '' };
  const base = parts.slice(0, first).join('/');
  return { base: first > 0 && base === '' ? '/' : base, pattern: parts.slice(first).join('/') };
}

/** The path below the root; one that leads there through a link around the root is made to begin with it. */
function keepInside(path: string, name: string, root: string): string {
  const real = isWithin(root, path) ? path : resolveLinks(path);
  if (isWithin(root, real)) return real;
  throw new UsageError(
    `"${formatName(name)}" is outside of ${formatName(root)}: nothing from there is taken. Name a folder around both with --root.`,
  );
}

function resolveLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // Reading it will say why not.
  }
}

/** Links count even when they lead nowhere; a name that is too long for a file can still be a glob. */
function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
