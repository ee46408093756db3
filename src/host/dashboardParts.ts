import type { BaselineStore } from './baselineStore.ts';
import type { BudgetStore } from './budgetStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import type { CopyHistory } from './copyHistory.ts';
import type { InstructionCosts } from './instructionCosts.ts';
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

/** What the dashboard shows and changes. */
export type DashboardParts = {
  readonly meter: Meter;
  readonly advice: TierAdvice;
  readonly sendAdvice: SendAdvice;
  readonly instructions: InstructionCosts;
  readonly store: ScopeStore;
  readonly suggestions: SuggestionStore;
  readonly usage: UsageStore;
  readonly usageViews: UsageViews;
  readonly baselines: BaselineStore;
  readonly openFiles: OpenFiles;
  readonly history: CopyHistory;
  readonly plan: PlanInputStore;
  readonly checklist: ChecklistStore;
  readonly budgets: BudgetStore;
  readonly variants: VariantStore;
};
