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
import type { DashboardParts } from './dashboardParts.ts';
import { DisposableStore } from './disposableStore.ts';
import { nameItem, placeItem } from './itemWords.ts';

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
  private readonly parts: DashboardParts;
  readonly onDidChange = this.changed.event;

  constructor(parts: DashboardParts) {
    this.parts = parts;
    const { advice: _asked, store: _measured, usage: _counted, ...shown } = parts;
    for (const { onDidChange } of Object.values(shown)) {
      this.ds.add(onDidChange(() => this.changed.fire()));
    }
  }

  /** Who looks at the dashboard wants to see what would be sent without a scope. */
  followBaseline(): void {
    const { baselines, openFiles, checklist } = this.parts;
    baselines.follow();
    openFiles.follow();
    checklist.look();
  }

  /** Tells which tabs are looked at: logs are read only while one is that shows them. */
  setLookedAt(tabs: ReadonlySet<DashboardTab>): void {
    this.parts.usageViews.setLookedAt(tabs);
    this.parts.sendAdvice.setLookedAt(tabs.has('now'));
    this.parts.instructions.setLookedAt(tabs.has('now'));
  }

  /** What a page draws that shows this tab. */
  buildSnapshot(tab: DashboardTab): DashboardSnapshot {
    return { ...this.parts.meter.buildSnapshot(), view: this.buildView(tab) };
  }

  private buildView(tab: DashboardTab): DashboardView {
    switch (tab) {
      case 'now':
        return this.buildNow();
      case 'plan':
        return { tab, plan: buildPlanSnapshot(this.describePlanContext(), this.parts.plan.inputs) };
      case 'cost': {
        const { logs } = this.parts.usage;
        const { cost, isReadingSessions } = this.parts.usageViews;
        const { periods, isMuted, isPending } = this.parts.budgets;
        const budgets = buildPeriodRows(periods, isMuted);
        return {
          tab,
          budgets,
          areBudgetsPending: isPending,
          isReadingSessions,
          ...(logs !== undefined && { logs }),
          ...(cost !== undefined && { cost }),
        };
      }
      case 'findings': {
        const { logs } = this.parts.usage;
        const { findings } = this.parts.usageViews;
        return { tab, ...(logs !== undefined && { logs }), ...(findings !== undefined && { findings }) };
      }
      case 'targets': {
        const { logs } = this.parts.usage;
        const { targets, isReadingSessions } = this.parts.usageViews;
        return {
          tab,
          isReadingSessions,
          ...(logs !== undefined && { logs }),
          ...(targets !== undefined && { targets }),
        };
      }
      case 'data': {
        const { logs } = this.parts.usage;
        const { data } = this.parts.usageViews;
        return { tab, ...(logs !== undefined && { logs }), ...(data !== undefined && { data }) };
      }
      default:
        return tab satisfies never;
    }
  }

  private buildNow(): DashboardView {
    const { meter, store, suggestions, baselines, openFiles, history, checklist, budgets, variants } =
      this.parts;
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
    const tier = this.parts.advice.current;
    const advice = this.parts.sendAdvice.current;
    const instructions = this.parts.instructions.rows;
    return {
      tab: 'now',
      builder,
      ...(tier !== undefined && { tier }),
      ...(advice !== undefined && { advice }),
      ...(instructions !== undefined && { instructions }),
      checklist: buildChecklistSnapshot((list) => checklist.evaluate(list)),
      variants: buildVariantsSnapshot(variants.variants, meter.model, meter.offer),
      budgets: buildUseRows(budgets.uses, budgets.isMuted),
    };
  }

  /** What the planner starts from. */
  private describePlanContext(): PlanContext {
    const { meter, advice, store, baselines } = this.parts;
    const { model, offer } = meter;
    const measured = store.isMeasured && store.scope.length > 0 ? store.measured : undefined;
    const workspace = baselines.current;
    return {
      model,
      offer,
      outputKind: OUTPUT_KIND_OF[advice.current?.tier ?? 'execute'],
      ...(measured !== undefined && { scope: measured.total, stableTokens: measured.stableTokens }),
      ...(workspace !== undefined && { workspace: workspace.count }),
    };
  }

  dispose(): void {
    this.ds.dispose();
  }
}
