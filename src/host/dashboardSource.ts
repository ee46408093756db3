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
import type { UsageStore } from './usageStore.ts';

/** Joins the meter, the scopes, the baseline and the history into the one snapshot that the webview draws. */
export class DashboardSource implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly meter: Meter;
  private readonly store: ScopeStore;
  private readonly usage: UsageStore;
  private readonly baselines: BaselineStore;
  private readonly openFiles: OpenFiles;
  private readonly history: CopyHistory;
  readonly onDidChange = this.changed.event;

  constructor(
    meter: Meter,
    store: ScopeStore,
    usage: UsageStore,
    baselines: BaselineStore,
    openFiles: OpenFiles,
    history: CopyHistory,
  ) {
    this.meter = meter;
    this.store = store;
    this.usage = usage;
    this.baselines = baselines;
    this.openFiles = openFiles;
    this.history = history;
    for (const { onDidChange } of [meter, usage, baselines, openFiles, history]) {
      this.ds.add(onDidChange(() => this.changed.fire()));
    }
  }

  /** Who looks at the dashboard wants to see what would be sent without a scope. */
  followBaseline(): void {
    this.baselines.follow();
    this.openFiles.follow();
  }

  /** Nothing is followed while nobody looks. */
  setLookedAt(isLookedAt: boolean): void {
    this.usage.setLookedAt(isLookedAt);
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
    const { snapshot } = this.usage;
    return { ...meter.buildSnapshot(), builder, ...(snapshot !== undefined && { usage: snapshot }) };
  }

  dispose(): void {
    this.ds.dispose();
  }
}
