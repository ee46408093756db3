import { type Disposable, EventEmitter } from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import type { Task } from '../core/context/task.ts';
import { buildBuilderSnapshot } from '../core/dashboard/builderSnapshot.ts';
import type { DashboardSnapshot, DashboardView } from '../core/dashboard/dashboardSnapshot.ts';
import type { DashboardTab } from '../core/dashboard/dashboardTabs.ts';
import { buildTierSnapshot, type TierSnapshot } from '../core/dashboard/tierSnapshot.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { CopyHistory } from './copyHistory.ts';
import { DisposableStore } from './disposableStore.ts';
import { nameItem, placeItem } from './itemWords.ts';
import type { Meter } from './meter.ts';
import type { OpenFiles } from './openFiles.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { SuggestionStore } from './suggestionStore.ts';
import type { UsageStore } from './usageStore.ts';

type Suggested = {
  task: Task;
  measured: MeasuredScope | undefined;
  model: ModelInfo;
  tier: TierSnapshot | undefined;
};

/** Joins the meter, the scopes, the baseline and the history into the one snapshot that the webview draws. */
export class DashboardSource implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly meter: Meter;
  private readonly store: ScopeStore;
  private readonly suggestions: SuggestionStore;
  private readonly usage: UsageStore;
  private readonly baselines: BaselineStore;
  private readonly openFiles: OpenFiles;
  private readonly history: CopyHistory;
  private suggested: Suggested | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    meter: Meter,
    store: ScopeStore,
    suggestions: SuggestionStore,
    usage: UsageStore,
    baselines: BaselineStore,
    openFiles: OpenFiles,
    history: CopyHistory,
  ) {
    this.meter = meter;
    this.store = store;
    this.suggestions = suggestions;
    this.usage = usage;
    this.baselines = baselines;
    this.openFiles = openFiles;
    this.history = history;
    for (const { onDidChange } of [meter, suggestions, usage, baselines, openFiles, history]) {
      this.ds.add(onDidChange(() => this.changed.fire()));
    }
  }

  /** Who looks at the dashboard wants to see what would be sent without a scope. */
  followBaseline(): void {
    this.baselines.follow();
    this.openFiles.follow();
  }

  /** Tells which tabs are looked at: logs are read only while one is that shows them. */
  setLookedAt(tabs: ReadonlySet<DashboardTab>): void {
    this.usage.setLookedAt(tabs.has('cost'));
  }

  /** What a page draws that shows this tab. */
  buildSnapshot(tab: DashboardTab): DashboardSnapshot {
    return { ...this.meter.buildSnapshot(), view: this.buildView(tab) };
  }

  private buildView(tab: DashboardTab): DashboardView {
    switch (tab) {
      case 'now':
        return this.buildNow();
      case 'cost': {
        const { snapshot } = this.usage;
        return { tab, ...(snapshot !== undefined && { usage: snapshot }) };
      }
      default:
        return tab satisfies never;
    }
  }

  private buildNow(): DashboardView {
    const { meter, store, suggestions, baselines, openFiles, history } = this;
    const builder = buildBuilderSnapshot({
      model: meter.model,
      library: store.library,
      measured: store.isMeasured ? store.measured : undefined,
      canUndo: store.canUndo,
      workspace: baselines.current,
      openFiles: openFiles.current,
      copies: history.records,
      budget: suggestions.budget,
      suggestion: suggestions.state,
      nameItem,
      placeItem,
    });
    const tier = this.suggestTier();
    return { tab: 'now', builder, ...(tier !== undefined && { tier }) };
  }

  /** Kept while task, scope and model are the same: it is asked for on every draw. */
  private suggestTier(): TierSnapshot | undefined {
    const { store, meter } = this;
    const measured = store.isMeasured ? store.measured : undefined;
    const { model } = meter;
    const before = this.suggested;
    if (before?.task === store.task && before.measured === measured && before.model === model)
      return before.tier;
    const context = {
      ...(measured !== undefined && {
        scopeTokens: measured.total.tokens,
        fileCount: measured.documentCount,
      }),
    };
    const tier = buildTierSnapshot(store.task, context, measured?.total, model);
    this.suggested = { task: store.task, measured, model, tier };
    return tier;
  }

  dispose(): void {
    this.ds.dispose();
  }
}
