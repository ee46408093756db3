import { realpathSync } from 'node:fs';
import type { SkipReason } from '../../core/context/fileState.ts';
import { isWithin } from './pathWithin.ts';
import { skipReasonOf } from './readTextFile.ts';

/** The roots with links resolved; a root that is gone contains nothing. */
export function resolveRoots(roots: readonly string[]): string[] {
  return roots.flatMap((root) => {
    try {
      return [realpathSync.native(root)];
    } catch {
      return [];
    }
  });
}

/** Where `path` leads with links resolved, or why it may not be read although it is named inside the workspace. */
export function resolveInside(
  path: string,
  realRoots: readonly string[],
): { target: string } | { skip: SkipReason } {
  try {
    const target = realpathSync.native(path);
    return realRoots.some((root) => isWithin(root, target)) ? { target } : { skip: 'outside' };
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}
