import { join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDeniedPath } from '../../core/context/gates/isDeniedPath.ts';
import { outlineLanguageOf } from '../../core/context/outline/languages.ts';
import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { buildCorpus, type Corpus } from '../../core/context/suggest/corpus.ts';
import { IdentifierTable } from '../../core/context/suggest/facts/identifierTable.ts';
import type { Commit, History } from '../../core/context/suggest/history/history.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { type FolderTree, listFiles, walkTree } from '../files/folderTree.ts';
import { readTextStart } from '../files/readTextStart.ts';
import { changesRules, refreshTree } from '../files/refreshTree.ts';
import { resolveInside, resolveRoots } from '../files/resolveInside.ts';
import { isDeniedFile } from '../scope/isDeniedFile.ts';
import { labelOf } from '../scope/labelOf.ts';
import { readIndex, type StoredHistory, writeIndex } from './indexStore.ts';
import { readHead, readHistory } from './readHistory.ts';
import { readIndexedFile, type StoredFile } from './readIndexedFile.ts';
import type { SuggestWorkspace } from './suggestWorkspace.ts';

/** A file that is worth an outline. */
const SAMPLE_TOKENS = 500;
/** A thread that indexes answers other questions after so long. */
const SLICE_MS = 15;

/** What a workspace holds, kept up to date file by file, and on disk between sessions. */
export class ScopeIndex {
  /** False until every file has been looked at once. */
  isComplete = false;
  private readonly roots: readonly WorkspaceRoot[];
  private readonly mayRunGit: boolean;
  private readonly counter: TokenCounter;
  private readonly cacheFolder: string | undefined;
  private table = new IdentifierTable();
  private files = new Map<string, StoredFile>();
  private histories = new Map<string, StoredHistory>();
  private trees: FolderTree[] = [];
  /** Where the files lie, by label. */
  private paths = new Map<string, string>();
  /** A file that has changed is another object. */
  private readonly outlines = new WeakMap<StoredFile, string>();
  private history: History | undefined;
  private corpus: Corpus | undefined;
  private isCurrent = false;
  private isLoaded = false;
  private isSaved = true;

  constructor(workspace: SuggestWorkspace, counter: TokenCounter, cacheFolder?: string) {
    const { roots, mayRunGit } = workspace;
    this.roots = roots;
    this.mayRunGit = mayRunGit;
    this.counter = counter;
    this.cacheFolder = cacheFolder;
  }

  /** Looks at every file and reads those that have changed. Rejects with the signal's reason when aborted; what was read is kept. */
  async refresh(report?: (share: number) => void, signal?: AbortSignal): Promise<void> {
    await this.load();
    const histories = this.refreshHistories(signal);
    histories.catch(() => undefined);
    this.trees = [];
    for (const { path } of this.roots) this.trees.push(await walkTree(path, [path], signal));
    await this.readFiles(
      this.listPresent(() => true),
      report,
      signal,
    );
    await histories;
    this.isComplete = true;
    // Here rather than in the first suggestion, which somebody waits for.
    this.getCorpus();
  }

  /**
   * Takes in what has come, changed or gone at or below `paths`, which are absolute. Nothing before the first refresh is through, which sees it
   * anyway.
   */
  async updateFiles(paths: readonly string[], signal?: AbortSignal): Promise<void> {
    if (!this.isComplete) return;
    if (this.trees.some((tree) => paths.some((path) => changesRules(tree, path)))) {
      return this.refresh(undefined, signal);
    }
    for (const tree of this.trees) await refreshTree(tree, paths, signal);
    const isChanged = (path: string) =>
      paths.some((changed) => path === changed || path.startsWith(changed + sep));
    const present = new Set(this.listPresent(isChanged));
    for (const [label, path] of this.paths) if (isChanged(path) && !present.has(path)) this.forget(label);
    for (const path of present) this.readFile(labelOf(path, this.roots), path);
  }

  /** What suggestions are made from, as far as it is known by now. */
  getCorpus(): Corpus {
    if (this.corpus !== undefined && this.isCurrent) return this.corpus;
    this.history ??= this.roots.flatMap((root) => this.commitsOf(root)).sort((a, b) => b.timeS - a.timeS);
    this.corpus = buildCorpus([...this.files.values()], this.table, this.history, this.corpus);
    this.isCurrent = true;
    return this.corpus;
  }

  /** One file of each language that a parser outlines, the shortest that has declarations to speak of. */
  sampleFiles(): string[] {
    const samples = new Map<string, StoredFile>();
    for (const file of this.files.values()) {
      const language = outlineLanguageOf(file.path);
      if (language === undefined || file.tokens < SAMPLE_TOKENS) continue;
      const before = samples.get(language);
      if (before === undefined || file.tokens < before.tokens) samples.set(language, file);
    }
    return [...samples.values()].map(({ path }) => path);
  }

  /** Where the file with this label lies. */
  pathOf(label: string): string | undefined {
    return this.paths.get(label);
  }

  /** The text of a file as it is now, at most so many bytes of it; `undefined` when it may not be read, also because it has become a link since. */
  readText(label: string, maxBytes: number): string | undefined {
    const path = this.paths.get(label);
    if (path === undefined) return undefined;
    const resolved = resolveInside(path, resolveRoots(this.roots.map((root) => root.path)));
    if ('skip' in resolved || isDeniedPath(resolved.target) !== undefined) return undefined;
    const read = readTextStart(resolved.target, maxBytes);
    return 'skip' in read ? undefined : read.text;
  }

  /** The outline that `read` gives for a file, kept until the file changes. */
  async outlineOf(label: string, read: () => Promise<string | undefined>): Promise<string | undefined> {
    const file = this.files.get(label);
    if (file === undefined) return undefined;
    const known = this.outlines.get(file);
    if (known !== undefined) return known;
    const outline = await read();
    if (outline !== undefined) this.outlines.set(file, outline);
    return outline;
  }

  /** Keeps what has changed for the next session. A disk that cannot be written is no error: it is read anew then. */
  async save(): Promise<void> {
    const path = await this.findStore();
    if (this.isSaved || path === undefined) return;
    this.isSaved = true;
    const { table, files, histories } = this;
    await writeIndex(path, { table, files, histories }).catch(() => undefined);
  }

  /** One file for each workspace and encoding. */
  private async findStore(): Promise<string | undefined> {
    if (this.cacheFolder === undefined) return undefined;
    const { createHash } = await import('node:crypto');
    const key = createHash('sha256').update(JSON.stringify(this.roots.map(({ path }) => path)));
    return join(this.cacheFolder, `${key.digest('hex').slice(0, 16)}.${this.counter.encoding}.scope`);
  }

  private async load(): Promise<void> {
    const path = this.isLoaded ? undefined : await this.findStore();
    this.isLoaded = true;
    const stored = path === undefined ? undefined : await readIndex(path);
    if (stored === undefined) return;
    this.table = stored.table;
    this.files = stored.files;
    this.histories = stored.histories;
    this.isCurrent = false;
  }

  /** The files that may be read, by the trees, among those that are wanted. */
  private listPresent(isWanted: (path: string) => boolean): string[] {
    const found = this.trees.flatMap((tree) => [...listFiles(tree)]).filter(({ path }) => isWanted(path));
    return found.filter((file) => file.skip === undefined && !isDeniedFile(file)).map(({ path }) => path);
  }

  private async readFiles(
    present: readonly string[],
    report?: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    this.paths = new Map(present.map((path) => [labelOf(path, this.roots), path]));
    for (const label of this.files.keys()) if (!this.paths.has(label)) this.forget(label);
    let [sliceStart, done] = [performance.now(), 0];
    for (const [label, path] of [...this.paths]) {
      this.readFile(label, path);
      done += 1;
      if (performance.now() - sliceStart < SLICE_MS) continue;
      report?.(done / present.length);
      await setImmediate();
      signal?.throwIfAborted();
      sliceStart = performance.now();
    }
    report?.(1);
  }

  private readFile(label: string, path: string): void {
    this.paths.set(label, path);
    const known = this.files.get(label);
    const file = readIndexedFile(path, label, this.counter, this.table, known);
    if (file === undefined) return this.forget(label);
    if (file === known) return;
    this.files.set(label, file);
    this.markChanged();
  }

  private forget(label: string): void {
    this.paths.delete(label);
    if (this.files.delete(label)) this.markChanged();
  }

  private markChanged(): void {
    this.isCurrent = false;
    this.isSaved = false;
  }

  private async refreshHistories(signal?: AbortSignal): Promise<void> {
    for (const { path } of this.roots) {
      const head = this.mayRunGit ? await readHead(path, signal) : undefined;
      if (head === this.histories.get(path)?.head) continue;
      const commits = head === undefined ? undefined : await readHistory(path, signal);
      if (head === undefined || commits === undefined) this.histories.delete(path);
      else this.histories.set(path, { head, commits });
      this.history = undefined;
      this.markChanged();
    }
  }

  /** With the paths as labels. */
  private commitsOf({ path, name }: WorkspaceRoot): Commit[] {
    const commits = this.histories.get(path)?.commits ?? [];
    if (this.roots.length === 1) return [...commits];
    return commits.map((commit) => ({ ...commit, paths: commit.paths.map((each) => `${name}/${each}`) }));
  }
}
