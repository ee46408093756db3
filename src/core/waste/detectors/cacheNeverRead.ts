import { message } from '../../message.ts';
import { sums } from '../describe.ts';
import { perSession } from '../detector.ts';
import type { Charge, Draft } from '../draft.ts';
import type { ModelTerms } from '../modelTerms.ts';
import type { Call, Thread } from '../thread.ts';

const LIMITS = {
  /** A conversation that ends this soon hardly reads what it writes; a longer one always leaves its last call's writes behind. */
  mostCalls: 1,
  leastTokens: 8000,
};

/** Conversations of a single call that wrote a cache which nobody read, by session. */
export const CACHE_NEVER_READ = perSession('Cache written and never read', (threads, terms) => {
  const wasted = threads.filter(isWastedWrite);
  return wasted.length === 0 ? [] : [toDraft(wasted, terms)];
});

function isWastedWrite({ calls }: Thread): boolean {
  const [call] = calls;
  return calls.length <= LIMITS.mostCalls && call !== undefined && writesOf(call) >= LIMITS.leastTokens;
}

function toDraft(threads: readonly Thread[], terms: ModelTerms): Draft {
  const calls = threads.flatMap((thread) => thread.calls.slice(0, 1).map((call) => ({ thread, call })));
  const tokens = calls.reduce((sum, { call }) => sum + writesOf(call), 0);
  return {
    title: message(
      '{0} tokens were written into a cache and never read: conversations of a single call, {1} of them',
      tokens,
      calls.length,
    ),
    subject: 'written',
    threads,
    kind: 'measured',
    formula: message('cache writes of the only call; what they cost more than plain input'),
    ...sums(
      {
        tokens,
        costUsd: calls.reduce((sum, { call }) => sum + extraUsd(call, terms), 0),
        charges: calls.map(
          ({ thread, call }): Charge => ({
            thread,
            part: 'context',
            fromCall: 0,
            toCall: 1,
            tokensPerCall: writesOf(call),
          }),
        ),
      },
      calls.map(({ call }) => call.timestampMs),
    ),
    confidence: 0.8,
    items: calls.map(({ thread, call }) => ({
      name: thread.agentId === undefined ? 'session' : `sub-agent ${thread.agentId}`,
      timesMs: [call.timestampMs],
      tokens: writesOf(call),
    })),
    action: {
      kind: 'openPlanner',
      text: message('Put several questions into one session, or turn caching off for single calls'),
    },
  };
}

function writesOf({ record: { cacheWrite5mTokens = 0, cacheWrite1hTokens = 0 } }: Call): number {
  return cacheWrite5mTokens + cacheWrite1hTokens;
}

function extraUsd(call: Call, { costUsd }: ModelTerms): number {
  const { record, contextTokens } = call;
  const plain = {
    ...record,
    contextTokens,
    outputTokens: 0,
    webSearches: 0,
    inputTokens: (record.inputTokens ?? 0) + writesOf(call),
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
  };
  return call.inputUsd - costUsd(plain);
}
