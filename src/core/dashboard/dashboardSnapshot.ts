import type { TokenCount } from '../tokens/tokenCount.ts';
import type { AdviceSnapshot } from './adviceSnapshot.ts';
import type { BudgetRow } from './budgetSnapshot.ts';
import type { BuilderSnapshot } from './builderSnapshot.ts';
import type { ChecklistSnapshot } from './checklistSnapshot.ts';
import type { CostSnapshot } from './cost/costSnapshot.ts';
import type { DataSnapshot } from './data/dataSnapshot.ts';
import type { FindingsSnapshot } from './findings/findingsSnapshot.ts';
import type { InstructionRow } from './instructionRows.ts';
import type { LogsSnapshot } from './logsSnapshot.ts';
import type { PlanSnapshot } from './planSnapshot.ts';
import type { TargetsSnapshot } from './targets/targetsSnapshot.ts';
import type { TierSnapshot } from './tierSnapshot.ts';
import type { VariantsSnapshot } from './variantsSnapshot.ts';

/** What the dashboard counts: the three things that could be sent next. */
export const DASHBOARD_SUBJECTS = ['file', 'selection', 'scope'] as const;
export type DashboardSubject = (typeof DASHBOARD_SUBJECTS)[number];

/** `name` says which file or how large a scope; `count` is absent while unknown, `costUsd` for an unpriced model. */
export type DashboardRow = {
  subject: DashboardSubject;
  name: string;
  count?: TokenCount;
  costUsd?: number;
  /** Share of the model's context window, 0 to 1 and beyond. */
  windowShare?: number;
};

/** What could be sent next, for the chosen model: what the status bar draws. */
export type MeterSnapshot = {
  model: {
    label: string;
    vendor: string;
    contextWindow?: number;
    inputPricePerMillion?: number;
    outputPricePerMillion?: number;
  };
  /** The day the price table was checked, ISO. */
  pricesDate: string;
  /** Whole days since then. */
  pricesAgeDays: number;
  encoding: string;
  rows: DashboardRow[];
};

/** What the shown tab draws; the other tabs cost nothing while nobody looks at them. */
export type DashboardView =
  | {
      tab: 'now';
      builder: BuilderSnapshot;
      /** Absent where the task has no words. */
      tier?: TierSnapshot;
      /** Absent until task and scope were looked at. */
      advice?: AdviceSnapshot;
      /** What goes with every request of an agent; absent until it was read. */
      instructions?: readonly InstructionRow[];
      checklist: ChecklistSnapshot;
      variants: VariantsSnapshot;
      /** Of the scope and of single operations. */
      budgets: readonly BudgetRow[];
    }
  | { tab: 'plan'; plan: PlanSnapshot }
  | {
      tab: 'cost';
      /** Of periods; those whose costs are still being read are missing. */
      budgets: readonly BudgetRow[];
      areBudgetsPending: boolean;
      isReadingSessions: boolean;
      /** Both absent until the ledger was read. */
      logs?: LogsSnapshot;
      cost?: CostSnapshot;
    }
  | { tab: 'findings'; logs?: LogsSnapshot; findings?: FindingsSnapshot }
  | { tab: 'targets'; isReadingSessions: boolean; logs?: LogsSnapshot; targets?: TargetsSnapshot }
  | { tab: 'data'; logs?: LogsSnapshot; data?: DataSnapshot };

/** The one thing the webview draws, always whole. */
export type DashboardSnapshot = MeterSnapshot & { view: DashboardView };
