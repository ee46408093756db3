import { type Disposable, EventEmitter, window, workspace } from 'vscode';
import { isDeniedPath } from '../core/context/gates/isDeniedPath.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import { sumTextCounts, type TextCount } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { openUris } from './addToScope.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';
import { SETTLE_MS } from './settleDelay.ts';

/** Counts the files that are open in tabs, as they are on disk, from when somebody needs it. */
export class OpenFiles implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly worker: CountingWorker;
  private readonly log: Log;
  private encoding: EncodingName;
  private latest: { files: number; count: TextCount } | undefined;
  private isFollowing = false;
  private settle: NodeJS.Timeout | undefined;
  private turn = 0;
  readonly onDidChange = this.changed.event;

  constructor(worker: CountingWorker, encoding: EncodingName, log: Log) {
    this.worker = worker;
    this.encoding = encoding;
    this.log = log;
    this.ds.add({ dispose: () => clearTimeout(this.settle) });
  }

  /** Absent while unknown and when none is open. */
  get current(): { files: number; count: TextCount } | undefined {
    return this.latest;
  }

  follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    this.ds.add(window.tabGroups.onDidChangeTabs(() => this.countSoon()));
    this.ds.add(workspace.onDidSaveTextDocument(() => this.countSoon()));
    this.countSoon();
  }

  setEncoding(encoding: EncodingName): void {
    if (encoding === this.encoding) return;
    this.encoding = encoding;
    this.latest = undefined;
    if (this.isFollowing) this.countSoon();
  }

  dispose(): void {
    this.ds.dispose();
  }

  private countSoon(): void {
    this.turn += 1;
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.count(this.turn), SETTLE_MS);
  }

  private async count(turn: number): Promise<void> {
    const paths = openUris()
      .map(({ fsPath }) => fsPath)
      .filter((path) => isDeniedPath(path) === undefined);
    try {
      const results = await this.worker.ask({ ask: 'files', encoding: this.encoding, paths });
      if (turn !== this.turn) return;
      const counts = results.flatMap((result) => ('count' in result ? result.count : []));
      this.latest = counts.length === 0 ? undefined : { files: counts.length, count: sumTextCounts(counts) };
      this.changed.fire();
    } catch (error) {
      this.log.error('The open files could not be counted.', error);
    }
  }
}
