import type { ModelTerms } from './modelTerms.ts';
import type { Call, Thread } from './thread.ts';

/** From a call to the next of the same model in a conversation: what the cache held, and what of it was read. */
export type CacheStep = {
  /** Of the later call. */
  call: number;
  before: number;
  heldTokens: number;
  /** Sent again at the full price. */
  lostTokens: number;
  gapMs: number;
  livesMs: number;
};

const MINUTE_MS = 60_000;

/** Steps whose context went on growing: one that was compacted or rewound has another beginning. */
export function cacheSteps({ calls, compactions }: Thread): CacheStep[] {
  const latest = new Map<string, number>();
  const resets = new Set(compactions.map(({ nextCall }) => nextCall));
  const steps: CacheStep[] = [];
  for (const [index, call] of calls.entries()) {
    const before = latest.get(call.model);
    latest.set(call.model, index);
    const earlier = before === undefined ? undefined : calls[before];
    if (before === undefined || earlier === undefined || resets.has(index)) continue;
    const step = toStep(call, earlier);
    if (call.contextTokens >= heldBy(earlier)) steps.push({ call: index, before, ...step });
  }
  return steps;
}

/** What more a lost token costs than one read from the cache. NaN without a price. */
export function lostUsd(
  { record, contextTokens }: Call,
  lostTokens: number,
  { costUsd }: ModelTerms,
): number {
  const { inputTokens = 0, cacheWrite5mTokens = 0, cacheWrite1hTokens = 0 } = record;
  const fresh = inputTokens + cacheWrite5mTokens + cacheWrite1hTokens;
  const share = fresh === 0 ? 0 : lostTokens / fresh;
  const priced = (tokens: object) =>
    // Long contexts may have a price of their own.
    costUsd({ ...record, ...NO_TOKENS, ...tokens, webSearches: 0, contextTokens });
  const paid = priced({
    inputTokens: inputTokens * share,
    cacheWrite5mTokens: cacheWrite5mTokens * share,
    cacheWrite1hTokens: cacheWrite1hTokens * share,
  });
  return paid - priced({ cacheReadTokens: lostTokens });
}

const NO_TOKENS = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 0,
} as const;

function toStep(call: Call, earlier: Call) {
  const {
    inputTokens = 0,
    cacheReadTokens = 0,
    cacheWrite5mTokens = 0,
    cacheWrite1hTokens = 0,
  } = call.record;
  const heldTokens = heldBy(earlier);
  const fresh = inputTokens + cacheWrite5mTokens + cacheWrite1hTokens;
  return {
    heldTokens,
    lostTokens: Math.min(Math.max(0, heldTokens - cacheReadTokens), fresh),
    gapMs: call.timestampMs - earlier.timestampMs,
    livesMs: livesMs(earlier),
  };
}

/** What a call has left in the cache. OpenAI's caches without being asked and does not tell what it writes. */
function heldBy({ record, contextTokens }: Call): number {
  const { cacheReadTokens = 0, cacheWrite5mTokens = 0, cacheWrite1hTokens = 0, provider } = record;
  return provider === 'openai' ? contextTokens : cacheReadTokens + cacheWrite5mTokens + cacheWrite1hTokens;
}

/** Anthropic: five minutes unless an hour was paid for, from the last use on. OpenAI: five to ten minutes. */
function livesMs({ record }: Call): number {
  return (record.cacheWrite1hTokens ?? 0) > 0 ? 60 * MINUTE_MS : 5 * MINUTE_MS;
}
