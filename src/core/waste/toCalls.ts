import { contextTokensOf, type UsageRecord } from '../usage/usageRecord.ts';
import type { ModelTerms } from './modelTerms.ts';
import type { Call } from './thread.ts';

/** A small model asked beside the conversation sees less than this share of what the calls around it see. */
const SIDE_SHARE = 0.5;

/** The calls of a conversation among the records of a session or sub-agent, in the order of time. */
export function toCalls(records: readonly UsageRecord[], terms: ModelTerms): Call[] {
  const calls = records
    .filter(isOneCall)
    .sort((a, b) => a.timestampMs - b.timestampMs || (a.key < b.key ? -1 : 1))
    .map((record) => toCall(record, terms));
  const main = mainModel(calls);
  return calls.filter((call, index) => call.model === main || !isBeside(call, calls, index));
}

/** Sums over several requests tell nothing of a single context; replays were paid for elsewhere. */
function isOneCall({ requests, layer = 'calls', isReplay, inputTokens }: UsageRecord): boolean {
  return requests === 1 && layer === 'calls' && isReplay !== true && inputTokens !== undefined;
}

function toCall(record: UsageRecord, { costUsd, tierOf }: ModelTerms): Call {
  const { timestampMs, model = '', outputTokens = 0 } = record;
  const contextTokens = contextTokensOf(record);
  const inputUsd = costUsd({ ...record, outputTokens: 0, webSearches: 0 });
  const tier = tierOf(model);
  const freshUsd = costUsd({ ...record, contextTokens, outputTokens: 0, cacheReadTokens: 0, webSearches: 0 });
  const costs = { inputUsd, freshUsd, outputUsd: costUsd(record) - inputUsd };
  return { record, timestampMs, model, ...(tier && { tier }), contextTokens, outputTokens, ...costs };
}

function isBeside(call: Call, calls: readonly Call[], index: number): boolean {
  const before = calls[index - 1];
  const after = calls[index + 1];
  const around = Math.min(
    before?.contextTokens ?? Number.POSITIVE_INFINITY,
    after?.contextTokens ?? Number.POSITIVE_INFINITY,
  );
  return Number.isFinite(around) && call.contextTokens < SIDE_SHARE * around;
}

/** The one that has read the most. */
function mainModel(calls: readonly Call[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { model, contextTokens } of calls) sums.set(model, (sums.get(model) ?? 0) + contextTokens);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
}
