import { type FolderEntry, listFiles, walkTree } from './folderTree.ts';

/**
 * Lists what lies below `folder` in a fixed order, leaving out `.git` and what Git ignores. Links to files are
 * followed as long as they stay inside `roots`; links to folders never, so that no loop can trap the walk. Rejects with
 * the signal's reason once aborted.
 */
export async function* walkFolder(
  folder: string,
  roots: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<FolderEntry> {
  for (const { path, skip } of listFiles(await walkTree(folder, roots, signal))) {
    yield skip === undefined ? { path } : { path, skip };
  }
}
