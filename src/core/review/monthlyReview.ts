import type { HeldPeriods } from '../budget/heldPeriods.ts';
import type { UsageFacts } from '../checklist/checklistFacts.ts';
import type { CheckedItem } from '../checklist/evaluateChecklist.ts';
import { tierOfKey } from '../checklist/usageFacts.ts';
import { TIERS, type Tier } from '../models/modelInfo.ts';
import { addUsd, type UsageRow } from '../usage/aggregateUsage.ts';

/** What was spent under one name: a model, a tier, a project. `costUsd` is absent where nothing has a known price. */
export type SpendLine = { name: string; requests: number; costUsd?: number; unpricedRequests: number };

/** A month as the ledger and the checklists tell it. */
export type MonthlyReview = {
  /** `2026-11`. */
  month: string;
  total: SpendLine;
  /** The month before; absent where nothing is known of it. */
  before?: SpendLine;
  tiers: readonly SpendLine[];
  models: readonly SpendLine[];
  projects: readonly SpendLine[];
  moreModels: number;
  moreProjects: number;
  facts: UsageFacts;
  budgets: readonly HeldPeriods[];
  checks: readonly CheckedItem[];
};

export type ReviewSource = {
  month: string;
  /** Rows of the month, by model and by project, and of the month before, by model. */
  models: readonly UsageRow[];
  projects: readonly UsageRow[];
  before: readonly UsageRow[];
  facts: UsageFacts;
  budgets: readonly HeldPeriods[];
  checks: readonly CheckedItem[];
};

const MOST_MODELS = 10;
const MOST_PROJECTS = 5;

export function buildMonthlyReview(source: ReviewSource): MonthlyReview {
  const { month, models, projects, before, facts, budgets, checks } = source;
  const last = sumLines('', before.map(toLine));
  return {
    month,
    total: sumLines('', models.map(toLine)),
    ...(last.requests > 0 && { before: last }),
    tiers: byTier(models),
    models: models.slice(0, MOST_MODELS).map(toLine),
    projects: projects.slice(0, MOST_PROJECTS).map(toLine),
    moreModels: Math.max(0, models.length - MOST_MODELS),
    moreProjects: Math.max(0, projects.length - MOST_PROJECTS),
    facts,
    budgets,
    checks,
  };
}

/** In the order of the tiers; last what no tier is known of, under no name. */
function byTier(models: readonly UsageRow[]): SpendLine[] {
  const tiers: readonly (Tier | undefined)[] = [...TIERS, undefined];
  return tiers
    .map((tier) => sumLines(tier ?? '', models.filter(({ key }) => tierOfKey(key) === tier).map(toLine)))
    .filter(({ requests, costUsd }) => requests > 0 || costUsd !== undefined);
}

function toLine({ key = '', requests, costUsd, unpricedRequests }: UsageRow): SpendLine {
  return { name: key, requests, ...(costUsd !== undefined && { costUsd }), unpricedRequests };
}

function sumLines(name: string, lines: readonly SpendLine[]): SpendLine {
  const priced = lines.flatMap(({ costUsd }) => costUsd ?? []);
  return {
    name,
    requests: lines.reduce((sum, { requests }) => sum + requests, 0),
    ...(priced.length > 0 && { costUsd: priced.reduce(addUsd, 0) }),
    unpricedRequests: lines.reduce((sum, { unpricedRequests }) => sum + unpricedRequests, 0),
  };
}
