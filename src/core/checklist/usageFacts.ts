import { tierOfModel } from '../models/tierOfModel.ts';
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

/** Requests to models of the tier `think` among those to models whose tier is known. */
function shareOfThink(models: readonly UsageRow[]): number | undefined {
  const known = models.filter(({ key }) => tierOfKey(key) !== undefined);
  const think = known.filter(({ key }) => tierOfKey(key) === 'think');
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

/** `undefined` where the log does not name the model, or nobody knows how strong it is. */
export function tierOfKey(key: string | undefined) {
  return key === undefined ? undefined : tierOfModel(key);
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
