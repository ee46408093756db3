import { percentile } from '../../usage/table/percentile.ts';
import { contextOfRow, NANO, type UsageTable } from '../../usage/table/usageTable.ts';
import type { PromptTokens } from './composePrompts.ts';

type TierSums = { think: number; execute: number; bulk: number };

/** What rows of the ledger come to, each sum with the requests that it was told of. */
export type UsageMeasures = {
  requests: number;
  untieredRequests: number;
  pricedRequests: number;
  /** Whole billionths of a dollar, as in the table. */
  pricedNanoUsd: number;
  /** Of single calls; absent without one that has a price. */
  p95Usd?: number;
  /** What was sent, cache included. */
  contextTokens: number;
  inputRequests: number;
  outputTokens: number;
  outputRequests: number;
  /** Where the log tells of the cache. */
  cacheReadTokens: number;
  cachedContextTokens: number;
  /** Where the log tells of input and output. */
  toldOutputTokens: number;
  toldTokens: number;
  tierRequests: TierSums;
  tierNanoUsd: TierSums;
  /** Calls of sessions that are known one by one. */
  sessionCalls: number;
  sessions: number;
  /** Those of sessions whose prompts are known. */
  promptedCalls: number;
  prompts: number;
  /** Absent where no log tells of any. */
  retries?: number;
  /** Absent where it is not known of any request. */
  composition?: PromptTokens;
};

/** Measures rows of a table in one pass; prompts and retries are no rows. */
export function measureUsage(
  table: UsageTable,
  rows: Iterable<number>,
  promptedSessions: ReadonlySet<string> = NONE,
): UsageMeasures {
  const isPrompted = table.dimensions.session.keys.map((key) => promptedSessions.has(key));
  const measures = emptyMeasures();
  const usds: number[] = [];
  const sessions = new Set<number>();
  for (const row of rows) {
    addTokens(measures, table, row);
    addCost(measures, table, row, usds);
    if (table.isCall[row] !== 1) continue;
    measures.sessionCalls += 1;
    const session = table.dimensions.session.ids[row] ?? -1;
    sessions.add(session);
    if (isPrompted[session]) measures.promptedCalls += 1;
  }
  const p95Usd = percentile(usds, 0.95);
  return { ...measures, ...(p95Usd !== undefined && { p95Usd }), sessions: sessions.size };
}

const NONE: ReadonlySet<string> = new Set();

function addTokens(measures: UsageMeasures, table: UsageTable, row: number): void {
  const requests = table.requests[row] ?? 0;
  const [context, output] = [contextOfRow(table, row), table.outputTokens[row] ?? Number.NaN];
  const cacheRead = table.cacheReadTokens[row] ?? Number.NaN;
  measures.requests += requests;
  if (!Number.isNaN(context)) {
    measures.contextTokens += context;
    measures.inputRequests += requests;
    if (!Number.isNaN(cacheRead)) {
      measures.cacheReadTokens += cacheRead;
      measures.cachedContextTokens += context;
    }
  }
  if (Number.isNaN(output)) return;
  measures.outputTokens += output;
  measures.outputRequests += requests;
  if (Number.isNaN(context)) return;
  measures.toldOutputTokens += output;
  measures.toldTokens += output + context;
}

function addCost(measures: UsageMeasures, table: UsageTable, row: number, usds: number[]): void {
  const requests = table.requests[row] ?? 0;
  const nanoUsd = table.nanoUsd[row] ?? Number.NaN;
  const { keys, ids } = table.dimensions.tier;
  const tier = keys[ids[row] ?? -1];
  const isTiered = tier === 'think' || tier === 'execute' || tier === 'bulk';
  if (isTiered) measures.tierRequests[tier] += requests;
  else measures.untieredRequests += requests;
  if (Number.isNaN(nanoUsd)) return;
  measures.pricedRequests += requests;
  measures.pricedNanoUsd += nanoUsd;
  if (isTiered) measures.tierNanoUsd[tier] += nanoUsd;
  if (table.isCall[row] === 1) usds.push(nanoUsd / NANO);
}

function emptyMeasures(): UsageMeasures {
  return {
    requests: 0,
    untieredRequests: 0,
    pricedRequests: 0,
    pricedNanoUsd: 0,
    contextTokens: 0,
    inputRequests: 0,
    outputTokens: 0,
    outputRequests: 0,
    cacheReadTokens: 0,
    cachedContextTokens: 0,
    toldOutputTokens: 0,
    toldTokens: 0,
    tierRequests: { think: 0, execute: 0, bulk: 0 },
    tierNanoUsd: { think: 0, execute: 0, bulk: 0 },
    sessionCalls: 0,
    sessions: 0,
    promptedCalls: 0,
    prompts: 0,
  };
}
