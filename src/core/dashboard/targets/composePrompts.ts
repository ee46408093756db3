import type { DayOf } from '../../usage/aggregateUsage.ts';
import { percentile } from '../../usage/table/percentile.ts';
import { charsPerToken } from '../../waste/charsPerToken.ts';
import type { Thread } from '../../waste/thread.ts';

/**
 * What the tokens of requests were, estimated from sizes. `total` is what was logged, input and output; what of it is in no part is unknown: files that the
 * tool attached, pictures, what the sizes miss.
 */
export type PromptTokens = {
  requests: number;
  total: number;
  system: number;
  context: number;
  retrieved: number;
  history: number;
  output: number;
};

/** A first call that sends so many times what others of the tool send goes on with another session: what is before its prompt is not the system prompt. */
const MOST_SYSTEM_TIMES = 3;

/**
 * By local day. Of each request: `system` is what the first call of its session sent beside the prompt; `context` the prompt that it works on;
 * `retrieved` what tools gave since then; `history` all that was said, called and given before and is still there. Sessions whose beginning is not known
 * are left out.
 */
export function composePrompts(threads: readonly Thread[], dayOf: DayOf): Map<string, PromptTokens> {
  const byDay = new Map<string, PromptTokens>();
  const systems = new Map(threads.map((thread) => [thread, systemTokens(thread)]));
  const mostOf = limitSystems(systems);
  for (const [thread, system] of systems) {
    if (system === undefined || system > mostOf(thread)) continue;
    const parts = partsOf(thread);
    for (const [index, { timestampMs, contextTokens, outputTokens }] of thread.calls.entries()) {
      const day = dayOf(timestampMs);
      const sum = byDay.get(day) ?? emptyPrompt();
      byDay.set(day, sum);
      const sent = Math.min(system, contextTokens);
      const [context = 0, retrieved = 0, history = 0] = shrinkTo(
        [parts.context[index] ?? 0, parts.retrieved[index] ?? 0, parts.history[index] ?? 0],
        contextTokens - sent,
      );
      sum.requests += 1;
      sum.total += contextTokens + outputTokens;
      sum.system += sent;
      sum.context += context;
      sum.retrieved += retrieved;
      sum.history += history;
      sum.output += outputTokens;
    }
  }
  return byDay;
}

export function emptyPrompt(): PromptTokens {
  return { requests: 0, total: 0, system: 0, context: 0, retrieved: 0, history: 0, output: 0 };
}

function systemTokens({ calls, turns }: Thread): number | undefined {
  const [call] = calls;
  const turn = turns.find(({ firstCall }) => firstCall === 0);
  if (call === undefined || turn === undefined) return undefined;
  return Math.max(0, call.contextTokens - turn.chars / charsPerToken(call.model));
}

/** What a session may have as its system prompt, by the others of its tool. */
function limitSystems(systems: ReadonlyMap<Thread, number | undefined>): (thread: Thread) => number {
  const kindOf = ({ source, agentId }: Thread) => `${source}:${agentId === undefined}`;
  const known = new Map<string, number[]>();
  for (const [thread, system] of systems) {
    if (system === undefined) continue;
    const values = known.get(kindOf(thread)) ?? [];
    known.set(kindOf(thread), values);
    values.push(system);
  }
  const limits = new Map(
    [...known].map(([kind, values]) => [kind, MOST_SYSTEM_TIMES * (percentile(values, 0.5) ?? 0)]),
  );
  return (thread) => limits.get(kindOf(thread)) ?? 0;
}

/** Beside each call, in tokens. */
type Parts = { context: Float64Array; retrieved: Float64Array; history: Float64Array };

function partsOf({ calls, turns, uses, answers }: Thread): Parts {
  const parts = {
    context: new Float64Array(calls.length + 1),
    retrieved: new Float64Array(calls.length + 1),
    history: new Float64Array(calls.length + 1),
  };
  const tokensOf = (chars: number, call: number) => chars / charsPerToken(calls[call]?.model ?? '');
  const endOfTurn = (call: number) =>
    turns.find(({ firstCall }) => firstCall > call)?.firstCall ?? calls.length;
  for (const { chars, firstCall, endCall, seenTo } of turns) {
    const tokens = tokensOf(chars, firstCall);
    addFromTo(parts.context, firstCall, Math.min(endCall, seenTo), tokens);
    addFromTo(parts.history, endCall, seenTo, tokens);
  }
  for (const { tokens, inputChars, madeBy, seenFrom, seenTo } of uses) {
    const end = Math.min(endOfTurn(madeBy), seenTo);
    addFromTo(parts.retrieved, seenFrom, end, tokens);
    addFromTo(parts.history, Math.max(end, seenFrom), seenTo, tokens);
    addFromTo(parts.history, seenFrom, seenTo, tokensOf(inputChars, seenFrom));
  }
  for (const { tokens, madeBy, seenTo } of answers)
    addFromTo(parts.history, Math.max(madeBy + 1, 0), seenTo, tokens);
  for (const part of Object.values(parts)) sumUp(part);
  return parts;
}

/** Steps up at one call and down at another, so that long sessions take one pass. */
function addFromTo(steps: Float64Array, from: number, to: number, tokens: number): void {
  if (from >= to) return;
  steps[from] = (steps[from] ?? 0) + tokens;
  steps[to] = (steps[to] ?? 0) - tokens;
}

function sumUp(steps: Float64Array): void {
  for (let index = 1; index < steps.length; index++) {
    steps[index] = Math.max(0, (steps[index] ?? 0) + (steps[index - 1] ?? 0));
  }
}

/** Sizes that come to more than there was are taken for too large, all alike. */
function shrinkTo(parts: readonly number[], room: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum <= room ? [...parts] : parts.map((part) => (part * room) / sum);
}
