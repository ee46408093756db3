import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, languages, type Memento, workspace } from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import type { Scope } from '../core/context/scope.ts';
import { pathOf } from '../core/context/scopeItem.ts';
import {
  activeScope,
  changeActive,
  type NamedScope,
  parseLibrary,
  type ScopeLibrary,
  UNNAMED,
} from '../core/context/scopeLibrary.ts';
import type { ScopeRequest } from '../core/context/scopeRequest.ts';
import type { Task } from '../core/context/task.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { onDidChangeCopyFormat } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';
import { buildScopeRequest } from './scopeRequest.ts';
import { settleDelayMs } from './settleDelay.ts';

const STORAGE_KEY = 'scopes';
/** Where version 0.1 kept its only scope. */
const OLD_STORAGE_KEY = 'scope';
const UNDO_STEPS = 50;

/** Owns the scopes of this workspace, keeps them between sessions, and keeps the measure of the active one up to date. */
export class ScopeStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly storage: Memento;
  private readonly worker: CountingWorker;
  private readonly log: Log;
  private encoding: EncodingName;
  private current: ScopeLibrary;
  private readonly undoSteps: ScopeLibrary[] = [];
  /** Typing in the task box is one step. */
  private isTyping = false;
  private latest: MeasuredScope | undefined;
  /** The scope that `latest` is about. */
  private measuredScope: NamedScope | undefined;
  private watcher: Disposable | undefined;
  private settle: NodeJS.Timeout | undefined;
  private measuring: AbortController | undefined;
  /** When the first of the changes came that are not measured yet. */
  private changedMs: number | undefined;
  /** Fires when the items, the task, or their measure have changed. */
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento, worker: CountingWorker, encoding: EncodingName, log: Log) {
    this.storage = storage;
    this.worker = worker;
    this.encoding = encoding;
    this.log = log;
    this.current = parseLibrary(storage.get(STORAGE_KEY) ?? readOldScope(storage));
    this.ds.add(workspace.onDidChangeWorkspaceFolders(() => this.measureSoon()));
    this.ds.add(workspace.onDidGrantWorkspaceTrust(() => this.measureSoon()));
    this.ds.add(onDidChangeCopyFormat(() => this.measureSoon()));
    this.ds.add(
      workspace.onDidChangeTextDocument(({ document }) => this.measureIfConcerned(document.uri.fsPath)),
    );
    this.ds.add(languages.onDidChangeDiagnostics(() => this.measureIfProblems()));
    this.ds.add({ dispose: () => this.stop() });
    this.followScope();
  }

  get library(): ScopeLibrary {
    return this.current;
  }

  /** The active scope's items. */
  get scope(): Scope {
    return this.active.scope;
  }

  get task(): Task {
    return this.active.task;
  }

  /** What the scope's text comes to; absent until it has been measured, and while nothing is in it. */
  get measured(): MeasuredScope | undefined {
    return this.latest;
  }

  /** Whether `measured` is about the scope as it stands; while it is not, there is no total to show. */
  get isMeasured(): boolean {
    return this.latest !== undefined && this.measuredScope === this.active;
  }

  get canUndo(): boolean {
    return this.undoSteps.length > 0;
  }

  async replace(scope: Scope): Promise<void> {
    await this.update(changeActive(this.current, { scope }));
  }

  async setTask(task: Task): Promise<void> {
    const library = changeActive(this.current, { task });
    if (isDeepStrictEqual(library, this.current)) return;
    const isNewStep = !this.isTyping;
    const done = isNewStep ? this.update(library) : this.become(library);
    this.isTyping = true;
    await done;
  }

  /** Takes over changed scopes; the step can be undone, unless nothing has changed. */
  async update(library: ScopeLibrary): Promise<void> {
    if (isDeepStrictEqual(library, this.current)) return;
    this.undoSteps.push(this.current);
    if (this.undoSteps.length > UNDO_STEPS) this.undoSteps.shift();
    await this.become(library);
  }

  /** Takes the last change back; `false` when there is none. */
  async undo(): Promise<boolean> {
    const before = this.undoSteps.pop();
    if (before === undefined) return false;
    await this.become(before);
    return true;
  }

  setEncoding(encoding: EncodingName): void {
    if (encoding === this.encoding) return;
    this.encoding = encoding;
    this.latest = undefined;
    this.stopMeasuring();
    this.measureSoon();
  }

  /** The active scope as it stands, or other items for the same task, with what only the editor knows of them. */
  buildRequest(scope: Scope = this.scope): Promise<ScopeRequest> {
    return buildScopeRequest({ ...this.active, scope }, this.encoding);
  }

  dispose(): void {
    this.ds.dispose();
  }

  private get active(): NamedScope {
    return activeScope(this.current);
  }

  private async become(library: ScopeLibrary): Promise<void> {
    const before = this.active;
    this.current = library;
    this.isTyping = false;
    if (this.active !== before) this.followScope();
    this.changed.fire();
    await this.storage.update(STORAGE_KEY, library);
  }

  private followScope(): void {
    if (this.scope.length === 0) {
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
    return this.scope.some((item) => {
      const own = pathOf(item);
      return own !== undefined && (isWithin(own, path) || isWithin(path, own));
    });
  }

  private measureIfConcerned(path: string): void {
    if (this.concerns(path)) this.measureSoon();
  }

  private measureIfProblems(): void {
    if (this.scope.some(({ kind }) => kind === 'problems')) this.measureSoon();
  }

  private measureSoon(): void {
    if (this.scope.length === 0) return;
    this.changedMs ??= performance.now();
    if (this.measuring !== undefined) return; // What is under way ends first.
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.measure(), settleDelayMs(this.changedMs));
  }

  private async measure(): Promise<void> {
    const controller = new AbortController();
    this.measuring = controller;
    this.changedMs = undefined;
    try {
      const scope = this.active;
      const request = await this.buildRequest();
      const question = { ask: 'scope', request, withText: false } as const;
      const { measured } = await this.worker.ask(question, controller.signal);
      this.latest = measured;
      this.measuredScope = scope;
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

function readOldScope(storage: Memento): unknown {
  const scope: unknown = storage.get(OLD_STORAGE_KEY);
  return scope === undefined
    ? undefined
    : { active: UNNAMED, scopes: [{ name: UNNAMED, scope, task: undefined }] };
}
