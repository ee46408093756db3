export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** What a single one of may not cost more than its budget. */
export const OPERATIONS = ['copy', 'planStage'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What a budget is for: what is spent in a period, one operation, or a scope. */
export type BudgetSubject =
  /** `project` is a working folder, or only its name; absent for all that is spent. */
  | { kind: 'period'; per: Period; project?: string }
  | { kind: 'operation'; operation: Operation }
  /** `scope` is a name, `''` the scope without one; absent for every scope. */
  | { kind: 'scope'; scope?: string };

export type BudgetUnit = 'usd' | 'tokens';

/** At least one of `soft` and `hard` is there; `soft` is the lower one. */
export type Budget = BudgetSubject & { unit: BudgetUnit; soft?: number; hard?: number };
export type PeriodBudget = Extract<Budget, { kind: 'period' }>;

/** What 100 % of a budget is. */
export function amountOf({ soft, hard }: Budget): number {
  return hard ?? soft ?? Number.POSITIVE_INFINITY;
}

/** From where on a budget is warned of: its soft threshold, or 80 %. */
export function warnAtOf(budget: Budget): number {
  const { soft, hard } = budget;
  return soft !== undefined && hard !== undefined ? soft : amountOf(budget) * WARN_SHARE;
}

const WARN_SHARE = 0.8;

export const BUDGET_LEVELS = ['unknown', 'held', 'near', 'over'] as const;
export type BudgetLevel = (typeof BUDGET_LEVELS)[number];

/** `near` from the warning on, `over` from 100 % on. */
export function levelOf(budget: Budget, used: number | undefined): BudgetLevel {
  if (used === undefined) return 'unknown';
  if (used >= amountOf(budget)) return 'over';
  return used >= warnAtOf(budget) ? 'near' : 'held';
}

/** What a budget is known by: another amount makes another budget. */
export function keyOf(budget: Budget): string {
  const { unit, soft, hard } = budget;
  return JSON.stringify([...subjectParts(budget), unit, soft ?? null, hard ?? null]);
}

function subjectParts(budget: Budget): (string | null)[] {
  switch (budget.kind) {
    case 'period':
      return [budget.per, budget.project ?? null];
    case 'operation':
      return [budget.operation];
    case 'scope':
      return ['scope', budget.scope ?? null];
    default:
      return budget satisfies never;
  }
}
