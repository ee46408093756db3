import { canonicalModelId } from '../models/canonicalModelId.ts';
import { findModel } from '../models/catalogue.ts';
import type { UsageRow } from '../usage/aggregateUsage.ts';
import type { UsageFacts } from './checklistFacts.ts';

/** What the rows by model of a period tell, and of the period before it. */
export function sumUsageFacts(models: readonly UsageRow[], before: readonly UsageRow[]): UsageFacts {
  const thinkShare = shareOfThink(models);
  const cacheHitRate = hitRateOf(models);
  const inputPerRequest = inputPer(models);
  const inputPerRequestBefore = inputPer(before);
  return {
    requests: sum(models, ({ requests }) => requests),
    ...(thinkShare !== undefined && { thinkShare }),
    ...(cacheHitRate !== undefined && { cacheHitRate }),
    ...(inputPerRequest !== undefined && { inputPerRequest }),
    ...(inputPerRequestBefore !== undefined && { inputPerRequestBefore }),
  };
}

/** Requests to models of the tier `think` among those to models that the catalogue knows. */
function shareOfThink(models: readonly UsageRow[]): number | undefined {
  const known = models.filter(({ key }) => tierOfId(key) !== undefined);
  const think = known.filter(({ key }) => tierOfId(key) === 'think');
  return divide(sum(think, requestsOf), sum(known, requestsOf));
}

/** Input that came from a cache, of all input. */
function hitRateOf(models: readonly UsageRow[]): number | undefined {
  return divide(
    sum(models, ({ cacheReadTokens }) => cacheReadTokens),
    sum(models, inputOf),
  );
}

function inputPer(models: readonly UsageRow[]): number | undefined {
  return divide(sum(models, inputOf), sum(models, requestsOf));
}

/** The tier of a model by the id that a log has; `undefined` where nobody knows it. */
export function tierOfId(id: string | undefined) {
  return id === undefined ? undefined : (findModel(id) ?? findModel(canonicalModelId(id)))?.tier;
}

function requestsOf({ requests }: UsageRow): number {
  return requests;
}

/** All input, that from a cache and into it among it. */
function inputOf(row: UsageRow): number {
  return row.inputTokens + row.cacheReadTokens + row.cacheWrite5mTokens + row.cacheWrite1hTokens;
}

function sum(rows: readonly UsageRow[], read: (row: UsageRow) => number): number {
  return rows.reduce((total, row) => total + read(row), 0);
}

function divide(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
