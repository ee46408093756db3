import type { Charge } from './draft.ts';
import type { Thread, ToolUse } from './thread.ts';

export type Carried = { tokens: number; costUsd: number; charges: Charge[] };

export const NOTHING: Carried = { tokens: 0, costUsd: 0, charges: [] };

/**
 * What it costs to have tokens in the context of calls `from` up to but without `to`: at first what the call pays for what is new to it, later
 * the average of each call's input, most of which comes from a cache.
 */
export function carry(thread: Thread, tokens: number, from: number, to: number, callId?: string): Carried {
  if (tokens <= 0 || to <= from) return NOTHING;
  const { carriedUsd } = thread;
  const later = (carriedUsd[to] ?? 0) - (carriedUsd[from + 1] ?? 0);
  const charge: Charge = { thread, part: 'context', fromCall: from, toCall: to, tokensPerCall: tokens };
  return {
    tokens: tokens * (to - from),
    costUsd: tokens * (freshUsd(thread, from) + later),
    charges: [callId === undefined ? charge : { ...charge, callId }],
  };
}

/** A tool's result, or a part of it, for as long as it was in the context. */
export function carryResult(thread: Thread, use: ToolUse, tokens = use.tokens): Carried {
  return carry(thread, Math.round(tokens), use.seenFrom, use.seenTo, use.callId);
}

/** All of a call: input and output. */
export function wholeCall(thread: Thread, index: number): Carried {
  const call = thread.calls[index];
  if (call === undefined) return NOTHING;
  const { contextTokens, outputTokens, inputUsd, outputUsd } = call;
  const range = { thread, fromCall: index, toCall: index + 1 };
  return {
    tokens: contextTokens + outputTokens,
    costUsd: inputUsd + outputUsd,
    charges: [
      { ...range, part: 'context', tokensPerCall: contextTokens },
      { ...range, part: 'output', tokensPerCall: outputTokens },
    ],
  };
}

export function addCarried(parts: readonly Carried[]): Carried {
  return {
    tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0),
    costUsd: parts.reduce((sum, { costUsd }) => sum + costUsd, 0),
    charges: parts.flatMap(({ charges }) => charges),
  };
}

/** What a call pays for a token that it has not had before: the average of its uncached input and its cache writes. */
function freshUsd({ calls, carriedUsd }: Thread, index: number): number {
  const call = calls[index];
  if (call === undefined) return 0;
  const {
    inputTokens = 0,
    cacheWrite5mTokens = 0,
    cacheWrite1hTokens = 0,
    cacheReadTokens = 0,
  } = call.record;
  const fresh = inputTokens + cacheWrite5mTokens + cacheWrite1hTokens;
  if (fresh === 0 || cacheReadTokens === 0) return (carriedUsd[index + 1] ?? 0) - (carriedUsd[index] ?? 0);
  return call.freshUsd / fresh;
}
