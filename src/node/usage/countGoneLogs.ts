import type { Place } from '../../core/usage/sources/logSource.ts';
import type { SourceId } from '../../core/usage/usageRecord.ts';
import { isWithin } from '../files/pathWithin.ts';
import { type FoundLog, findRoots } from './findLogs.ts';

/** How many logs of a source were read once and are not there any more. */
export function countGoneLogs(
  source: SourceId,
  places: readonly Place[],
  found: readonly FoundLog[],
  read: readonly string[],
): number {
  const there = new Set(found.map(({ path }) => path));
  const roots = places.flatMap(findRoots).filter((root) => root.source === source);
  return read.filter((path) => !there.has(path) && roots.some((root) => isWithin(root.path, path))).length;
}
