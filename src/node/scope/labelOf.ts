import { basename, relative, sep } from 'node:path';
import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { isWithin } from '../files/pathWithin.ts';

/** A path as the model sees it: relative to its folder, behind the folder's name where there are several. */
export function labelOf(path: string, roots: readonly WorkspaceRoot[]): string {
  const root = roots.find((candidate) => isWithin(candidate.path, path));
  if (root === undefined) return basename(path);
  const local = relative(root.path, path).split(sep).join('/');
  if (roots.length === 1) return local === '' ? root.name : local;
  return local === '' ? root.name : `${root.name}/${local}`;
}
