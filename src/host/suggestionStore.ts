import {
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  ProgressLocation,
  window,
  workspace,
} from 'vscode';
import { addItems, setItemDetail } from '../core/context/scope.ts';
import { fileItem, linesItem, type ScopeItem } from '../core/context/scopeItem.ts';
import { type SuggestedItem, tellReason } from '../core/context/suggest/suggestion.ts';
import { DEFAULT_TOKEN_BUDGET } from '../core/context/suggest/tokenBudget.ts';
import { renderTask } from '../core/context/task.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { SuggestAnswer } from '../node/suggest/scopeSuggester.ts';
import { chosenCopyFormat } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { listFilesAtHand, symbolsAtHand } from './filesAtHand.ts';
import type { Meter } from './meter.ts';
import { workspaceRoots } from './scopeRequest.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

const BUDGET_KEY = 'tokenBudget';
/** Indexing that takes longer shows its progress, and a first suggestion from what is known by then. */
const FIRST_ANSWER_AFTER_MS = 2000;

/** Something that may go into the scope. `item` is what it becomes there. */
export type SuggestedRow = { item: ScopeItem; label: string; tokens: number; reason: string };

export type SuggestionState = {
  items: readonly SuggestedRow[];
  leftOut: readonly SuggestedRow[];
  totalTokens: number;
  budget: number;
  /** False while the index is still being built. */
  isComplete: boolean;
};

/** Owns what is suggested for the task, until it is taken or put away. Nothing of it is in the scope before the user takes it. */
export class SuggestionStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly storage: Memento;
  private readonly store: ScopeStore;
  private readonly meter: Meter;
  private readonly worker: CountingWorker;
  private current: SuggestionState | undefined;
  private asking: AbortController | undefined;
  readonly onDidChange = this.changed.event;

  constructor(storage: Memento, store: ScopeStore, meter: Meter, worker: CountingWorker) {
    this.storage = storage;
    this.store = store;
    this.meter = meter;
    this.worker = worker;
    this.ds.add({ dispose: () => this.asking?.abort() });
  }

  /** Absent until something was suggested. */
  get state(): SuggestionState | undefined {
    return this.current;
  }

  get budget(): number {
    const stored = this.storage.get<unknown>(BUDGET_KEY);
    return typeof stored === 'number' && Number.isInteger(stored) && stored > 0
      ? stored
      : DEFAULT_TOKEN_BUDGET;
  }

  /** A new budget makes what is suggested anew. */
  async setBudget(budget: number): Promise<void> {
    await this.storage.update(BUDGET_KEY, budget);
    this.changed.fire();
    if (this.current !== undefined) await this.suggest();
  }

  /** Reads what has changed, with progress when that takes long, and suggests; a suggestion that is under way is given up. */
  async suggest(): Promise<void> {
    if (workspaceRoots().length === 0)
      throw new UserError(l10n.t('Open a folder first: a scope is suggested from its files.'));
    this.asking?.abort();
    const controller = new AbortController();
    this.asking = controller;
    try {
      await this.indexAndAsk(controller);
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      if (this.asking === controller) this.asking = undefined;
    }
  }

  dismiss(): void {
    this.asking?.abort();
    this.current = undefined;
    this.changed.fire();
  }

  /** Takes rows into the scope; they are suggested no more. */
  async take(rows: readonly SuggestedRow[]): Promise<void> {
    await this.store.replace(
      addItems(
        this.store.scope,
        rows.map(({ item }) => item),
      ),
    );
    if (this.current === undefined) return;
    const taken = new Set(rows.map(({ item }) => item.id));
    const isLeft = ({ item }: SuggestedRow) => !taken.has(item.id);
    this.current = {
      ...this.current,
      items: this.current.items.filter(isLeft),
      leftOut: this.current.leftOut.filter(isLeft),
    };
    this.changed.fire();
  }

  /** Takes the most important rows with which the text that would be copied stays within the budget. Answers how many. */
  async takeAllThatFit(): Promise<number> {
    const rows = this.current?.items ?? [];
    let fitting = 0;
    let tooMany = rows.length + 1;
    while (tooMany - fitting > 1) {
      const middle = (fitting + tooMany) >> 1;
      if (await this.fits(rows.slice(0, middle))) fitting = middle;
      else tooMany = middle;
    }
    await this.take(rows.slice(0, fitting));
    return fitting;
  }

  dispose(): void {
    this.ds.dispose();
  }

  private async fits(rows: readonly SuggestedRow[]): Promise<boolean> {
    const scope = addItems(
      this.store.scope,
      rows.map(({ item }) => item),
    );
    const request = await this.store.buildRequest(scope);
    const { measured } = await this.worker.ask({ ask: 'scope', request, withText: false });
    return measured.total.tokens <= this.budget;
  }

  private async indexAndAsk(controller: AbortController): Promise<void> {
    const { signal } = controller;
    const workspaceToIndex = this.describeWorkspace();
    let isIndexed = false;
    let report: (share: number) => void = () => undefined;
    const indexing = this.worker
      .ask({ ask: 'index', workspace: workspaceToIndex }, signal, (share) => report(share))
      .then(() => {
        isIndexed = true;
      });
    const isSlow = await Promise.race([
      indexing.then(() => false),
      new Promise<true>((resolve) => setTimeout(resolve, FIRST_ANSWER_AFTER_MS, true)),
    ]);
    if (isSlow) {
      const options = {
        location: ProgressLocation.Notification,
        title: l10n.t('Token Meter: reading the workspace for suggestions'),
        cancellable: true,
      };
      void window.withProgress(options, (progress, token) => {
        let shown = 0;
        report = (share) => {
          progress.report({ increment: (share - shown) * 100 });
          shown = share;
        };
        token.onCancellationRequested(() => controller.abort());
        return indexing.catch(() => undefined);
      });
      await this.ask(signal);
    }
    if (!isIndexed) await indexing;
    await this.ask(signal);
  }

  private async ask(signal: AbortSignal): Promise<void> {
    const filesAtHand = await listFilesAtHand();
    const symbols = await symbolsAtHand(this.worker);
    const request = {
      task: renderTask(this.store.task) ?? '',
      filesAtHand,
      symbols,
      budget: this.budget,
      format: chosenCopyFormat(),
    };
    const question = { ask: 'suggest', workspace: this.describeWorkspace(), request } as const;
    const answer = await this.worker.ask(question, signal);
    if (signal.aborted) return;
    this.current = this.toState(answer);
    this.changed.fire();
  }

  private describeWorkspace() {
    return {
      roots: workspaceRoots(),
      encoding: this.meter.model.tokenizer.encoding,
      mayRunGit: workspace.isTrusted,
    };
  }

  private toState({
    items,
    leftOut,
    totalTokens,
    budget,
    isComplete,
    locations,
  }: SuggestAnswer): SuggestionState {
    const toRow = (item: SuggestedItem) => buildRow(item, locations[item.path] ?? item.path);
    const known = new Set(this.store.scope.map(({ id }) => id));
    const isNew = ({ item }: SuggestedRow) => !known.has(item.id);
    const named = items.filter(({ isNamesOnly }) => isNamesOnly);
    return {
      items: items
        .filter(({ isNamesOnly }) => isNamesOnly !== true)
        .map(toRow)
        .filter(isNew),
      // A scope has no detail as small as a line of names: what fits as that only is offered below.
      leftOut: [...named, ...leftOut.map((each) => ({ ...each, detail: 'full' as const }))]
        .map(toRow)
        .filter(isNew),
      totalTokens,
      budget,
      isComplete,
    };
  }
}

/** `absolute` is where the file of that path lies. */
function buildRow(suggested: SuggestedItem, absolute: string): SuggestedRow {
  const { path, detail, lines, tokens } = suggested;
  const reason = tellReason(suggested);
  if (lines !== undefined) return { item: linesItem(absolute, lines), label: path, tokens, reason };
  const item = fileItem(absolute);
  return { item: setItemDetail([item], item.id, detail)[0] ?? item, label: path, tokens, reason };
}
