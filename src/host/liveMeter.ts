import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import type { EncodingName } from '../core/tokens/encoding.ts';
import { sumTextCounts, type TextCount } from '../core/tokens/tokenCount.ts';
import { CountingWorker } from '../node/counting/countingWorker.ts';
import type { LiveDocumentCount } from '../node/counting/workerMessages.ts';
import { type CountTarget, findCountTarget, type LargeFile } from './countTarget.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';

/** Exact counts in the current encoding; absent while they are not known. */
export type LiveState = { target?: CountTarget; file?: TextCount; selection?: TextCount };

/**
 * Follows the active editor and forwards its edits and selections to a worker, which counts. Nothing is counted on
 * this thread.
 */
export class LiveMeter implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly worker: CountingWorker;
  /** The documents that the worker follows, and the version that it was told last. */
  private readonly open = new Map<string, { document: TextDocument; version: number }>();
  /** Those of them in which the worker was told of a selection. */
  private readonly selected = new Set<string>();
  private readonly counts = new Map<string, LiveDocumentCount>();
  private target: CountTarget | undefined;
  private diskCount: { file: LargeFile; encoding: EncodingName; count: TextCount } | undefined;
  private encoding: EncodingName;
  private retargets = 0;
  readonly onDidChange = this.changed.event;

  constructor(workerPath: string, encoding: EncodingName, log: Log) {
    this.encoding = encoding;
    this.worker = this.ds.add(
      new CountingWorker(workerPath, {
        onCount: (count) => this.receiveCount(count),
        onLost: (id) => this.reopen(id),
        onCrash: (error) => log.error('The live counting worker ended and is started again.', error),
      }),
    );
    const retarget = () => void this.retarget();
    this.ds.add(window.onDidChangeActiveTextEditor(retarget));
    this.ds.add(window.onDidChangeActiveNotebookEditor(retarget));
    this.ds.add(window.tabGroups.onDidChangeTabs(retarget));
    this.ds.add(workspace.onDidChangeNotebookDocument(retarget));
    this.ds.add(workspace.onDidChangeTextDocument((event) => this.forwardChange(event)));
    this.ds.add(window.onDidChangeTextEditorSelection(() => this.forwardSelection()));
    retarget();
  }

  get state(): LiveState {
    const { target } = this;
    if (target === undefined) return {};
    if (target.kind === 'tooLarge') return this.stateOfLargeFile(target);
    const known = target.documents.flatMap((document) => this.counts.get(this.idOf(document)) ?? []);
    const selection = target.editor && this.counts.get(this.idOf(target.editor.document))?.selected;
    return {
      target,
      ...(known.length === target.documents.length && {
        file: sumTextCounts(known.map(({ count }) => count)),
      }),
      ...(selection !== undefined && { selection }),
    };
  }

  /** Keeps what a large file came to when it was counted from disk, until another one is or it changes. */
  setDiskCount(file: LargeFile, encoding: EncodingName, count: TextCount): void {
    this.diskCount = { file, encoding, count };
    this.changed.fire();
  }

  setEncoding(encoding: EncodingName): void {
    if (encoding === this.encoding) return;
    const documents = [...this.open.values()].map(({ document }) => document);
    for (const id of this.open.keys()) this.close(id);
    this.encoding = encoding;
    for (const document of documents) this.openDocument(document);
    this.forwardSelection();
    this.changed.fire();
  }

  dispose(): void {
    this.ds.dispose();
  }

  private stateOfLargeFile(target: LargeFile): LiveState {
    const { file, encoding, count } = this.diskCount ?? {};
    const isSame = file?.uri.fsPath === target.uri.fsPath && file.modifiedMs === target.modifiedMs;
    return isSame && encoding === this.encoding && count !== undefined ? { target, file: count } : { target };
  }

  private async retarget(): Promise<void> {
    this.retargets += 1;
    const turn = this.retargets;
    const target = await findCountTarget(this.target);
    if (turn !== this.retargets) return;
    const documents = target?.kind === 'text' ? target.documents : [];
    const wanted = new Map(documents.map((document) => [this.idOf(document), document]));
    for (const id of this.open.keys()) if (!wanted.has(id)) this.close(id);
    for (const [id, document] of wanted) {
      if (this.open.get(id)?.document !== document) this.openDocument(document);
    }
    this.target = target;
    this.forwardSelection();
    this.changed.fire();
  }

  /** With the encoding, so that a late count in the former one is not taken for a new one. */
  private idOf(document: TextDocument): string {
    return `${this.encoding} ${document.uri}`;
  }

  private openDocument(document: TextDocument): void {
    const id = this.idOf(document);
    const { version } = document;
    this.open.set(id, { document, version });
    this.selected.delete(id);
    this.worker.send({ type: 'open', id, version, encoding: this.encoding, text: document.getText() });
  }

  private close(id: string): void {
    this.open.delete(id);
    this.selected.delete(id);
    this.counts.delete(id);
    this.worker.send({ type: 'close', id });
  }

  private reopen(id?: string): void {
    for (const [openId, { document }] of this.open) {
      if (id !== undefined && id !== openId) continue;
      this.counts.delete(openId);
      this.openDocument(document);
    }
    this.forwardSelection();
  }

  private forwardChange({ document, contentChanges }: TextDocumentChangeEvent): void {
    const id = this.idOf(document);
    const told = this.open.get(id);
    if (told === undefined || told.version === document.version) return;
    // Other line ends make another text and another count, but come without a change.
    if (contentChanges.length === 0) return this.reopen(id);
    told.version = document.version;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      rangeOffset,
      rangeLength,
      text,
    }));
    this.worker.send({ type: 'change', id, version: document.version, changes });
    // A selection that the change leaves where it is comes with no event of its own.
    if (this.hasSelectionIn(document)) this.forwardSelection();
  }

  private forwardSelection(): void {
    if (this.target?.kind !== 'text' || this.target.editor === undefined) return;
    const { document, selections } = this.target.editor;
    const ranges = selections
      .filter((selection) => !selection.isEmpty)
      .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
    const id = this.idOf(document);
    // Typing moves the cursor on every key: only a selection that ends is worth telling.
    if (ranges.length > 0) this.selected.add(id);
    else if (!this.selected.delete(id)) return;
    this.worker.send({ type: 'select', id, ranges });
  }

  private hasSelectionIn(document: TextDocument): boolean {
    const editor = this.target?.kind === 'text' ? this.target.editor : undefined;
    return editor?.document === document && editor.selections.some((selection) => !selection.isEmpty);
  }

  private receiveCount(count: LiveDocumentCount): void {
    if (!this.open.has(count.id)) return;
    this.counts.set(count.id, count);
    this.changed.fire();
  }
}
