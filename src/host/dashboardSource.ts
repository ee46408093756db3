import { type Disposable, EventEmitter } from 'vscode';
import { buildBuilderSnapshot } from '../core/dashboard/builderSnapshot.ts';
import type { DashboardSnapshot } from '../core/dashboard/dashboardSnapshot.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { CopyHistory } from './copyHistory.ts';
import { DisposableStore } from './disposableStore.ts';
import { nameItem, placeItem } from './itemWords.ts';
import type { Meter } from './meter.ts';
import type { OpenFiles } from './openFiles.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Joins the meter, the scopes, the baseline and the history into the one snapshot that the webview draws. */
export class DashboardSource implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly meter: Meter;
  private readonly store: ScopeStore;
  private readonly baselines: BaselineStore;
  private readonly openFiles: OpenFiles;
  private readonly history: CopyHistory;
  readonly onDidChange = this.changed.event;

  constructor(
    meter: Meter,
    store: ScopeStore,
    baselines: BaselineStore,
    openFiles: OpenFiles,
    history: CopyHistory,
  ) {
    this.meter = meter;
    this.store = store;
    this.baselines = baselines;
    this.openFiles = openFiles;
    this.history = history;
    for (const { onDidChange } of [meter, baselines, openFiles, history]) {
      this.ds.add(onDidChange(() => this.changed.fire()));
    }
  }

  /** Who looks at the dashboard wants to see what would be sent without a scope. */
  followBaseline(): void {
    this.baselines.follow();
    this.openFiles.follow();
  }

  buildSnapshot(): DashboardSnapshot {
    const { meter, store, baselines, openFiles, history } = this;
    const builder = buildBuilderSnapshot({
      model: meter.model,
      library: store.library,
      measured: store.isMeasured ? store.measured : undefined,
      canUndo: store.canUndo,
      workspace: baselines.current,
      openFiles: openFiles.current,
      copies: history.records,
      nameItem,
      placeItem,
    });
    return { ...meter.buildSnapshot(), builder };
  }

  dispose(): void {
    this.ds.dispose();
  }
}
