import type { IndexedFile } from '../facts/indexedFile.ts';
import { nameOf } from '../graph/pathTable.ts';
import type { RankedFile } from '../rankFiles.ts';
import { sharedShare } from './sharedShare.ts';

/** Smaller files are alike without being copies. */
const LEAST_IDENTIFIERS = 12;
/** The share of all their identifiers that two copies have in common. */
const LEAST_SHARED = 0.95;

/**
 * Files that say nothing beyond one that comes before them: of the same name, and with nearly the same identifiers. Each with the file that it
 * copies. Files at hand are never copies.
 */
export function findCopies(ranked: readonly RankedFile[]): Map<IndexedFile, IndexedFile> {
  const copies = new Map<IndexedFile, IndexedFile>();
  const byName = new Map<string, IndexedFile[]>();
  for (const { file, isSeed } of ranked) {
    if (file.identifiers.length < LEAST_IDENTIFIERS) continue;
    const name = nameOf(file.path);
    const before = byName.get(name) ?? [];
    const original = before.find(
      (other) => sharedShare(other.identifiers, file.identifiers, LEAST_SHARED) >= LEAST_SHARED,
    );
    if (original !== undefined && !isSeed) copies.set(file, original);
    else byName.set(name, [...before, file]);
  }
  return copies;
}
