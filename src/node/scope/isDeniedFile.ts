import { realpathSync } from 'node:fs';
import { isDeniedPath } from '../../core/context/gates/isDeniedPath.ts';
import type { TreeFile, TreeFolder } from '../files/folderTree.ts';

/** Whether a file of a tree is likely to hold secrets: by its own name, or by that of the file it is a link to. */
export function isDeniedFile({ kind, path }: TreeFile | TreeFolder): boolean {
  return isDeniedPath(path) !== undefined || (kind === 'link' && isDeniedPath(targetOf(path)) !== undefined);
}

function targetOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path; // Reading it will say why not.
  }
}
