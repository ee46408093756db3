import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, workspace } from 'vscode';
import type { BaselineCount } from '../core/context/baselineCount.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { CountingProgress } from './countingProgress.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';
import { workspaceRoots } from './scopeRequest.ts';
import { settleDelayMs } from './settleDelay.ts';

/** Shorter work shows no progress. */
const PROGRESS_AFTER_MS = 300;
/** Of more changes at once it is only kept that there were some. */
const MOST_PATHS = 1000;

/** Keeps what the whole workspace would cost up to date, from when somebody needs it; before that nothing runs. */
export class BaselineStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly worker: CountingWorker;
  private readonly log: Log;
  private encoding: EncodingName;
  private latest: BaselineCount | undefined;
  private watching: Disposable | undefined;
  /** What has changed since it was counted. */
  private pending: Pending | undefined;
  /** When the first of these changes came. */
  private pendingMs = 0;
  private settle: NodeJS.Timeout | undefined;
  private counting: AbortController | undefined;
  /** Fires when `current` has changed. */
  readonly onDidChange = this.changed.event;

  constructor(worker: CountingWorker, encoding: EncodingName, log: Log) {
    this.worker = worker;
    this.encoding = encoding;
    this.log = log;
    this.ds.add({ dispose: () => this.stop() });
  }

  /** Absent until it has been counted: before `follow`, in a new encoding, without a folder on disk. */
  get current(): BaselineCount | undefined {
    return this.latest;
  }

  /** From now on it is counted and followed, until it is cancelled. */
  follow(): void {
    if (this.watching !== undefined) return;
    this.watching = this.watch();
    this.restart();
  }

  /** `current`, waiting a moment for a first count that is under way. */
  async awaitCount(waitMs: number): Promise<BaselineCount | undefined> {
    if (this.latest !== undefined || this.watching === undefined) return this.latest;
    await new Promise<void>((resolve) => {
      const listener = this.onDidChange(() => resolve());
      setTimeout(() => {
        listener.dispose();
        resolve();
      }, waitMs);
    });
    return this.latest;
  }

  setEncoding(encoding: EncodingName): void {
    if (encoding === this.encoding) return;
    this.encoding = encoding;
    this.restart();
  }

  /** Stops counting and following; the next `follow` starts anew. */
  cancel(): void {
    this.stop();
    this.forget();
  }

  dispose(): void {
    this.ds.dispose();
  }

  private stop(): void {
    this.watching?.dispose();
    this.watching = undefined;
    this.stopCounting();
  }

  private watch(): Disposable {
    const ds = new DisposableStore();
    const watcher = ds.add(workspace.createFileSystemWatcher('**/*'));
    const onEvent = ({ fsPath }: { fsPath: string }) => this.addChange(fsPath);
    ds.add(watcher.onDidChange(onEvent));
    ds.add(watcher.onDidCreate(onEvent));
    ds.add(watcher.onDidDelete(onEvent));
    ds.add(workspace.onDidChangeWorkspaceFolders(() => this.restart()));
    return ds;
  }

  private addChange(path: string): void {
    if (this.pending !== 'all') {
      const paths = this.pending ?? new Set();
      paths.add(path);
      this.setPending(paths.size > MOST_PATHS ? 'all' : paths);
    }
    this.countSoon();
  }

  /** The former number is about other folders or another encoding. */
  private restart(): void {
    this.stopCounting();
    this.forget();
    if (this.watching === undefined) return;
    this.setPending('all');
    void this.count();
  }

  private forget(): void {
    if (this.latest === undefined) return;
    this.latest = undefined;
    this.changed.fire();
  }

  private stopCounting(): void {
    clearTimeout(this.settle);
    this.counting?.abort();
    this.counting = undefined;
    this.pending = undefined;
  }

  private setPending(pending: Pending): void {
    if (this.pending === undefined) this.pendingMs = performance.now();
    this.pending = pending;
  }

  private countSoon(): void {
    if (this.counting !== undefined) return; // What is under way ends first.
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.count(), settleDelayMs(this.pendingMs));
  }

  private async count(): Promise<void> {
    const { pending } = this;
    const roots = workspaceRoots().map(({ path }) => path);
    this.pending = undefined;
    if (pending === undefined || roots.length === 0) return;
    const controller = new AbortController();
    this.counting = controller;
    const latest = await this.ask(roots, pending, controller);
    if (this.counting !== controller) return;
    this.counting = undefined;
    const isChanged = !isDeepStrictEqual(latest, this.latest);
    this.latest = latest;
    if (isChanged) this.changed.fire();
    if (this.pending !== undefined) this.countSoon();
  }

  /** `undefined` when it failed or is no longer wanted. */
  private async ask(
    roots: readonly string[],
    pending: Pending,
    { signal }: AbortController,
  ): Promise<BaselineCount | undefined> {
    const changed = pending === 'all' ? {} : { changed: [...pending] };
    const question = { ask: 'baseline', encoding: this.encoding, roots, ...changed } as const;
    let shown: CountingProgress | undefined;
    const slow = setTimeout(() => {
      shown = new CountingProgress();
    }, PROGRESS_AFTER_MS);
    try {
      return await this.worker.ask(question, signal, (share) => shown?.report(share));
    } catch (error) {
      if (!signal.aborted) this.log.error('The workspace could not be counted.', error);
      return undefined;
    } finally {
      clearTimeout(slow);
      shown?.dispose();
    }
  }
}

/** Paths, or `all` where nobody knows them. */
type Pending = Set<string> | 'all';
