import { type Disposable, EventEmitter } from 'vscode';
import type { OutputKind } from '../core/cost/plan/planOutput.ts';
import { buildPeriodRows, buildUseRows } from '../core/dashboard/budgetSnapshot.ts';
import { buildBuilderSnapshot } from '../core/dashboard/builderSnapshot.ts';
import { buildChecklistSnapshot } from '../core/dashboard/checklistSnapshot.ts';
import type { DashboardSnapshot, DashboardView } from '../core/dashboard/dashboardSnapshot.ts';
import type { DashboardTab } from '../core/dashboard/dashboardTabs.ts';
import type { PlanContext } from '../core/dashboard/plan/planContext.ts';
import { buildPlanSnapshot } from '../core/dashboard/planSnapshot.ts';
import { buildVariantsSnapshot } from '../core/dashboard/variantsSnapshot.ts';
import type { Tier } from '../core/models/modelInfo.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { BudgetStore } from './budgetStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import type { CopyHistory } from './copyHistory.ts';
import { DisposableStore } from './disposableStore.ts';
import { nameItem, placeItem } from './itemWords.ts';
import type { Meter } from './meter.ts';
import type { OpenFiles } from './openFiles.ts';
import type { PlanInputStore } from './planInputStore.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { SendAdvice } from './sendAdvice.ts';
import type { SuggestionStore } from './suggestionStore.ts';
import type { TierAdvice } from './tierAdvice.ts';
import type { UsageStore } from './usageStore.ts';
import type { UsageViews } from './usageViews.ts';
import type { VariantStore } from './variantStore.ts';

/** What the answer to a task of a tier mostly is. */
const OUTPUT_KIND_OF = {
  think: 'plan',
  execute: 'edit',
  bulk: 'classification',
  none: 'edit',
} as const satisfies Record<Tier, OutputKind>;

/** Joins the meter, the scopes, the baseline and the history into the one snapshot that the webview draws. */
export class DashboardSource implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly meter: Meter;
  private readonly advice: TierAdvice;
  private readonly sendAdvice: SendAdvice;
  private readonly store: ScopeStore;
  private readonly suggestions: SuggestionStore;
  private readonly usage: UsageStore;
  private readonly usageViews: UsageViews;
  private readonly baselines: BaselineStore;
  private readonly openFiles: OpenFiles;
  private readonly history: CopyHistory;
  private readonly plan: PlanInputStore;
  private readonly checklist: ChecklistStore;
  private readonly budgets: BudgetStore;
  private readonly variants: VariantStore;
  readonly onDidChange = this.changed.event;

  constructor(
    meter: Meter,
    advice: TierAdvice,
    sendAdvice: SendAdvice,
    store: ScopeStore,
    suggestions: SuggestionStore,
    usage: UsageStore,
    usageViews: UsageViews,
    baselines: BaselineStore,
    openFiles: OpenFiles,
    history: CopyHistory,
    plan: PlanInputStore,
    checklist: ChecklistStore,
    budgets: BudgetStore,
    variants: VariantStore,
  ) {
    this.meter = meter;
    this.advice = advice;
    this.sendAdvice = sendAdvice;
    this.store = store;
    this.suggestions = suggestions;
    this.usage = usage;
    this.usageViews = usageViews;
    this.baselines = baselines;
    this.openFiles = openFiles;
    this.history = history;
    this.plan = plan;
    this.checklist = checklist;
    this.budgets = budgets;
    this.variants = variants;
    for (const { onDidChange } of [
      meter,
      sendAdvice,
      suggestions,
      usageViews,
      baselines,
      openFiles,
      history,
      plan,
      checklist,
      budgets,
      variants,
    ]) {
      this.ds.add(onDidChange(() => this.changed.fire()));
    }
  }

  /** Who looks at the dashboard wants to see what would be sent without a scope. */
  followBaseline(): void {
    this.baselines.follow();
    this.openFiles.follow();
    this.checklist.look();
  }

  /** Tells which tabs are looked at: logs are read only while one is that shows them. */
  setLookedAt(tabs: ReadonlySet<DashboardTab>): void {
    this.usageViews.setLookedAt(tabs);
    this.sendAdvice.setLookedAt(tabs.has('now'));
  }

  /** What a page draws that shows this tab. */
  buildSnapshot(tab: DashboardTab): DashboardSnapshot {
    return { ...this.meter.buildSnapshot(), view: this.buildView(tab) };
  }

  private buildView(tab: DashboardTab): DashboardView {
    switch (tab) {
      case 'now':
        return this.buildNow();
      case 'plan':
        return { tab, plan: buildPlanSnapshot(this.describePlanContext(), this.plan.inputs) };
      case 'cost': {
        const { logs } = this.usage;
        const { cost } = this.usageViews;
        const budgets = buildPeriodRows(this.budgets.periods, this.budgets.isMuted);
        return { tab, budgets, ...(logs !== undefined && { logs }), ...(cost !== undefined && { cost }) };
      }
      case 'findings': {
        const { logs } = this.usage;
        const { findings } = this.usageViews;
        return { tab, ...(logs !== undefined && { logs }), ...(findings !== undefined && { findings }) };
      }
      case 'targets': {
        const { logs } = this.usage;
        const { targets } = this.usageViews;
        return { tab, ...(logs !== undefined && { logs }), ...(targets !== undefined && { targets }) };
      }
      case 'data': {
        const { logs } = this.usage;
        const { data } = this.usageViews;
        return { tab, ...(logs !== undefined && { logs }), ...(data !== undefined && { data }) };
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
    const tier = this.advice.current;
    const advice = this.sendAdvice.current;
    const checklist = buildChecklistSnapshot((list) => this.checklist.evaluate(list));
    const budgets = buildUseRows(this.budgets.uses);
    const variants = buildVariantsSnapshot(this.variants.variants, meter.model, meter.offer);
    return {
      tab: 'now',
      builder,
      ...(tier !== undefined && { tier }),
      ...(advice !== undefined && { advice }),
      checklist,
      variants,
      budgets,
    };
  }

  /** What the planner starts from. */
  private describePlanContext(): PlanContext {
    const { meter, store, baselines } = this;
    const { model, offer } = meter;
    const measured = store.isMeasured && store.scope.length > 0 ? store.measured : undefined;
    const workspace = baselines.current;
    return {
      model,
      offer,
      outputKind: OUTPUT_KIND_OF[this.advice.current?.tier ?? 'execute'],
      ...(measured !== undefined && { scope: measured.total, stableTokens: measured.stableTokens }),
      ...(workspace !== undefined && { workspace: workspace.count }),
    };
  }

  dispose(): void {
    this.ds.dispose();
  }
}
