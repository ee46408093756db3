import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { BaselineCount } from '../../core/context/baselineCount.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import type { CountedFile } from '../counting/countFile.ts';
import type { FileCounter } from '../counting/fileCounter.ts';
import { type FolderEntry, type FolderTree, listFiles, walkTree } from '../files/folderTree.ts';
import type { Skipped } from '../files/readTextFile.ts';
import { changesRules, refreshTree, rewalkTree } from '../files/refreshTree.ts';
import { isDeniedFile } from './isDeniedFile.ts';
import { sumBaseline } from './sumBaseline.ts';

/** A cancel is seen after so many looks at a file, some milliseconds. */
const FILES_AT_ONCE = 512;
/** Beyond so many changed paths a walk is quicker than looking each up. */
const MANY_PATHS = 500;

/**
 * Counts all that a scope of whole folders would take and remembers it, so that a change is followed without a walk. Nothing is
 * watched: who asks says what may have changed.
 */
export class Baseline {
  private readonly roots: readonly string[];
  private readonly encoding: EncodingName;
  private readonly files: FileCounter;
  /** Absent before the first answer and after one that failed. */
  private trees: FolderTree[] | undefined;
  /** What each file came to. One that may have changed is a new object in its tree. */
  private readonly results = new WeakMap<FolderEntry, CountedFile | Skipped>();
  private turn = 0;

  /** `roots` are absolute. */
  constructor(roots: readonly string[], encoding: EncodingName, files: FileCounter) {
    this.roots = roots;
    this.encoding = encoding;
    this.files = files;
  }

  isAbout(roots: readonly string[], encoding: EncodingName): boolean {
    return encoding === this.encoding && roots.join('\0') === this.roots.join('\0');
  }

  /**
   * `changed` are the paths of files and folders that may have changed, come or gone since the last answer; absent: any. `report`
   * gets the share of the files that are counted, from 0 to 1. Rejects with the signal's reason once aborted; then the next one walks.
   */
  async measure(
    changed?: readonly string[],
    signal?: AbortSignal,
    report?: (share: number) => void,
  ): Promise<BaselineCount> {
    this.turn += 1;
    const { turn, trees: former } = this;
    this.trees = undefined;
    const trees = await this.follow(former, changed, signal);
    await this.countNew(trees, signal, report);
    // One that was asked for later knows better.
    if (turn === this.turn) this.trees = trees;
    return sumBaseline(trees, this.results);
  }

  private async follow(
    trees: FolderTree[] | undefined,
    changed: readonly string[] | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderTree[]> {
    if (trees === undefined) return this.walk(signal);
    const isAnything =
      changed === undefined ||
      changed.length > MANY_PATHS ||
      changed.some((path) => trees.some((tree) => changesRules(tree, path)));
    if (isAnything) return this.rewalk(trees, signal);
    for (const tree of trees) await refreshTree(tree, changed, signal);
    return trees;
  }

  /** Anything may have changed: folders are looked at by their times, files by size and time. */
  private async rewalk(trees: FolderTree[], signal: AbortSignal | undefined): Promise<FolderTree[]> {
    for (const tree of trees) if (!(await rewalkTree(tree, signal))) return this.walk(signal);
    let looked = 0;
    for (const file of trees.flatMap((tree) => [...listFiles(tree)])) {
      if (++looked % FILES_AT_ONCE === 0) await setImmediate();
      signal?.throwIfAborted();
      if (!isAsCounted(file.path, this.results.get(file))) this.results.delete(file);
    }
    return trees;
  }

  private async walk(signal: AbortSignal | undefined): Promise<FolderTree[]> {
    const trees: FolderTree[] = [];
    for (const root of this.roots) trees.push(await walkTree(root, this.roots, signal));
    return trees;
  }

  private async countNew(
    trees: readonly FolderTree[],
    signal: AbortSignal | undefined,
    report: ((share: number) => void) | undefined,
  ): Promise<void> {
    const unknown = trees
      .flatMap((tree) => [...listFiles(tree)])
      .filter((file) => file.skip === undefined && !this.results.has(file));
    for (const file of unknown) {
      if (isDeniedFile(file)) this.results.set(file, { skip: 'denied' });
    }
    const fresh = unknown.filter((file) => !this.results.has(file));
    const paths = fresh.map(({ path }) => path);
    const onDone = (done: number) => report?.(paths.length === 0 ? 1 : done / paths.length);
    const results = await this.files.countFiles(paths, this.encoding, signal, onDone);
    for (const [index, file] of fresh.entries()) {
      this.results.set(file, results[index] as CountedFile | Skipped);
    }
  }
}

/** Only what has a count is known again: why another file was left out is found out anew. */
function isAsCounted(path: string, result: CountedFile | Skipped | undefined): boolean {
  if (result === undefined || !('count' in result)) return false;
  try {
    const { size, mtimeMs } = statSync(path);
    return size === result.sizeBytes && mtimeMs === result.mtimeMs;
  } catch {
    return false; // Counting it will say why not.
  }
}
