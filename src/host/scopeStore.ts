import { type Disposable, EventEmitter, type Memento, workspace } from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { parseScope } from '../core/context/parseScope.ts';
import type { Scope } from '../core/context/scope.ts';
import type { ScopeRequest } from '../core/context/scopeRequest.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { chosenCopyFormat, onDidChangeCopyFormat } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';

const STORAGE_KEY = 'scope';
/** Long enough to take a burst of saves as one, short enough to feel live. */
const SETTLE_MS = 150;
/** Edits that never pause must not keep the measure from ever coming. */
const PATIENCE_MS = 1000;

/** Owns the scope of this workspace, keeps it between sessions, and keeps its measure up to date. */
export class ScopeStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly storage: Memento;
  private readonly worker: CountingWorker;
  private readonly log: Log;
  private encoding: EncodingName;
  private current: Scope;
  private latest: MeasuredScope | undefined;
  /** The scope that `latest` is about. */
  private measuredScope: Scope | undefined;
  private watcher: Disposable | undefined;
  private settle: NodeJS.Timeout | undefined;
  private measuring: AbortController | undefined;
  /** When the first of the changes came that are not measured yet. */
  private changedMs: number | undefined;
  /** Fires when the items or their measure have changed. */
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento, worker: CountingWorker, encoding: EncodingName, log: Log) {
    this.storage = storage;
    this.worker = worker;
    this.encoding = encoding;
    this.log = log;
    this.current = parseScope(storage.get(STORAGE_KEY));
    this.ds.add(workspace.onDidChangeWorkspaceFolders(() => this.measureSoon()));
    this.ds.add(onDidChangeCopyFormat(() => this.measureSoon()));
    this.ds.add(
      workspace.onDidChangeTextDocument(({ document }) => this.measureIfConcerned(document.uri.fsPath)),
    );
    this.ds.add({ dispose: () => this.stop() });
    this.followScope();
  }

  get scope(): Scope {
    return this.current;
  }

  /** What the scope's text comes to; absent until it has been measured, and while nothing is in it. */
  get measured(): MeasuredScope | undefined {
    return this.latest;
  }

  /** Whether `measured` is about the scope as it stands; while it is not, there is no total to show. */
  get isMeasured(): boolean {
    return this.latest !== undefined && this.measuredScope === this.current;
  }

  async replace(scope: Scope): Promise<void> {
    this.current = scope;
    this.followScope();
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, scope);
  }

  setEncoding(encoding: EncodingName): void {
    if (encoding === this.encoding) return;
    this.encoding = encoding;
    this.latest = undefined;
    this.stopMeasuring();
    this.measureSoon();
  }

  /** The scope as it stands, with the text of documents that are not saved yet. */
  buildRequest(): ScopeRequest {
    const unsaved = workspace.textDocuments
      .filter((document) => document.isDirty && document.uri.scheme === 'file')
      .filter((document) => this.concerns(document.uri.fsPath))
      .map((document) => [document.uri.fsPath, document.getText()]);
    const roots = (workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === 'file')
      .map((folder) => ({ path: folder.uri.fsPath, name: folder.name }));
    return {
      scope: this.current,
      roots,
      encoding: this.encoding,
      format: chosenCopyFormat(),
      unsaved: Object.fromEntries(unsaved),
    };
  }

  dispose(): void {
    this.ds.dispose();
  }

  private followScope(): void {
    if (this.current.length === 0) {
      this.stop();
      this.latest = undefined;
      return;
    }
    this.watcher ??= this.watchFiles();
    this.stopMeasuring();
    this.measureSoon();
  }

  private watchFiles(): Disposable {
    const watcher = workspace.createFileSystemWatcher('**/*');
    const onEvent = (uri: { fsPath: string }) => this.measureIfConcerned(uri.fsPath);
    watcher.onDidChange(onEvent);
    watcher.onDidCreate(onEvent);
    watcher.onDidDelete(onEvent);
    return watcher;
  }

  private stop(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    this.stopMeasuring();
  }

  /** Gives up what is under way: it is about another scope, or in another encoding. */
  private stopMeasuring(): void {
    clearTimeout(this.settle);
    this.measuring?.abort();
    this.measuring = undefined;
    this.changedMs = undefined;
  }

  /** Whether an item is at `path`, around it, or below it: of a folder that goes, only the folder is reported. */
  private concerns(path: string): boolean {
    return this.current.some((item) => isWithin(item.path, path) || isWithin(path, item.path));
  }

  private measureIfConcerned(path: string): void {
    if (this.concerns(path)) this.measureSoon();
  }

  private measureSoon(): void {
    if (this.current.length === 0) return;
    this.changedMs ??= performance.now();
    if (this.measuring !== undefined) return; // What is under way ends first.
    const patienceMs = this.changedMs + PATIENCE_MS - performance.now();
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.measure(), Math.min(SETTLE_MS, patienceMs));
  }

  private async measure(): Promise<void> {
    const controller = new AbortController();
    this.measuring = controller;
    this.changedMs = undefined;
    try {
      const request = this.buildRequest();
      const question = { ask: 'scope', request, withText: false } as const;
      this.latest = (await this.worker.ask(question, controller.signal)).measured;
      this.measuredScope = request.scope;
      this.changed.fire();
    } catch (error) {
      if (!controller.signal.aborted) this.log.error('The scope could not be measured.', error);
    }
    if (this.measuring !== controller) return;
    this.measuring = undefined;
    if (this.changedMs === undefined) return;
    this.changedMs = undefined;
    this.measureSoon();
  }
}
