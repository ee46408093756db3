import { inputCostUsd } from '../cost/inputCostUsd.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { TokenCount } from '../tokens/tokenCount.ts';
import { amountOf, type Budget, type BudgetLevel, levelOf, type Operation } from './budget.ts';

export type UseBudget = Exclude<Budget, { kind: 'period' }>;

/** What is at hand to be held against budgets of single operations and scopes; what is absent is unknown. */
export type AtHand = {
  /** The scope's name and count; without one in it there is nothing to hold. */
  scopeName: string;
  count?: TokenCount;
  model: ModelInfo;
  /** Stages of mixed work as the plan has them. */
  stages: readonly { count?: TokenCount; costUsd?: number }[];
};

/** Where a budget of an operation or a scope stands; `share` is of 100 % of it. */
export type UseState = { budget: UseBudget; used?: number; share?: number; level: BudgetLevel };

/** Budgets that what is at hand falls under. Of a scope's own budget and that of every scope, only its own holds. */
export function evaluateUse(budgets: readonly Budget[], atHand: AtHand): UseState[] {
  const named = budgets.some((budget) => budget.kind === 'scope' && budget.scope === atHand.scopeName);
  return budgets.flatMap((budget): UseState[] => {
    if (budget.kind === 'period') return [];
    if (budget.kind === 'scope' && budget.scope !== (named ? atHand.scopeName : undefined)) return [];
    const used = usedOf(budget, atHand);
    const level = levelOf(budget, used);
    return [used === undefined ? { budget, level } : { budget, used, share: used / amountOf(budget), level }];
  });
}

/** Whether a budget is about what a copy sends. */
export function isOfCopies(budget: UseBudget): boolean {
  return budget.kind === 'scope' || budget.operation === 'copy';
}

function usedOf(budget: UseBudget, { count, model, stages }: AtHand): number | undefined {
  if (budget.kind === 'scope') return count?.tokens;
  const isTokens = budget.unit === 'tokens';
  const uses: Record<Operation, () => number | undefined> = {
    copy: () => (isTokens || count === undefined ? count?.tokens : inputCostUsd(count.tokens, model.price)),
    // The dearest one: each has to hold it.
    planStage: () => largest(stages.map((stage) => (isTokens ? stage.count?.tokens : stage.costUsd))),
  };
  return uses[budget.operation]();
}

/** `undefined` where there is none. */
function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
