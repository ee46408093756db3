import { formatInteger } from '../../format.ts';
import { type Message, message } from '../../message.ts';
import { type CacheStep, cacheSteps, lostUsd } from '../cacheSteps.ts';
import { sums } from '../describe.ts';
import { type Detector, perThread } from '../detector.ts';
import type { Charge, Draft } from '../draft.ts';
import type { ModelTerms } from '../modelTerms.ts';
import type { Thread } from '../thread.ts';

const LIMITS = {
  /** Providers cut prefixes at blocks, and tools move their last breakpoint: a little is lost with every call. */
  leastLostTokens: 10_000,
  leastLostShare: 0.3,
  /** Times in a log are those of answers: a request may have left later than its log says the last one ended. */
  nearlyExpired: 0.9,
};

/** The prefix was in the cache and alive, and was paid for again: something before it had changed. */
export const CACHE_BROKEN: Detector = perThread('Cache prefix broken', (thread, terms) =>
  toDrafts(
    thread,
    terms,
    misses(thread).filter((step) => !isExpired(step)),
    {
      subject: 'broken',
      title: (count, tokens) =>
        count === 1
          ? message('A cached prefix was not reused: {0} tokens at the full price', tokens)
          : message('A cached prefix was not reused {0} times: {1} tokens at the full price', count, tokens),
      confidence: 0.8,
      action: message(
        'Change model, tools and instructions only at the start of a session; keep what changes behind what stays',
      ),
    },
  ),
);

/** The cache had run out between two calls. */
export const CACHE_EXPIRED: Detector = perThread('Cache expired between calls', (thread, terms) =>
  toDrafts(thread, terms, misses(thread).filter(isExpired), {
    subject: 'expired',
    title: (count, tokens) =>
      count === 1
        ? message('The cache expired during a pause: {0} tokens were written again', tokens)
        : message('The cache expired during {0} pauses: {1} tokens were written again', count, tokens),
    confidence: 0.9,
    action: message(
      'After a long pause begin a new session with a scope, rather than sending all of the old one again',
    ),
  }),
);

function misses(thread: Thread): CacheStep[] {
  return cacheSteps(thread).filter(
    ({ lostTokens, heldTokens }) =>
      lostTokens >= LIMITS.leastLostTokens && lostTokens >= LIMITS.leastLostShare * heldTokens,
  );
}

function isExpired({ gapMs, livesMs }: CacheStep): boolean {
  return gapMs >= LIMITS.nearlyExpired * livesMs;
}

type Words = {
  subject: string;
  title: (count: number, tokens: number) => Message;
  confidence: number;
  action: Message;
};

function toDrafts(
  thread: Thread,
  terms: ModelTerms,
  steps: readonly CacheStep[],
  { subject, title, confidence, action }: Words,
): Draft[] {
  if (steps.length === 0) return [];
  const tokens = steps.reduce((sum, { lostTokens }) => sum + lostTokens, 0);
  const costUsd = steps.reduce((sum, { call, lostTokens }) => {
    const at = thread.calls[call];
    return sum + (at === undefined ? 0 : lostUsd(at, lostTokens, terms));
  }, 0);
  const charges = steps.map(
    ({ call, lostTokens }): Charge => ({
      thread,
      part: 'context',
      fromCall: call,
      toCall: call + 1,
      tokensPerCall: lostTokens,
    }),
  );
  const timeOf = (call: number) => thread.calls[call]?.timestampMs ?? 0;
  return [
    {
      title: title(steps.length, tokens),
      subject,
      threads: [thread],
      kind: 'measured',
      formula: message(
        'tokens that the call before had left in the cache and this one did not read from it; the price of input or cache writes less that of cache reads',
      ),
      ...sums(
        { tokens, costUsd, charges },
        steps.map(({ call }) => timeOf(call)),
      ),
      confidence,
      items: steps
        .toSorted((a, b) => b.lostTokens - a.lostTokens)
        .map(({ call, before, lostTokens, gapMs }) => ({
          name: thread.calls[call]?.model ?? '',
          timesMs: [timeOf(before), timeOf(call)],
          tokens: lostTokens,
          note: noteOf(thread, before, call, formatPause(gapMs)),
        })),
      action: { kind: 'openPlanner', text: action },
    },
  ];
}

/** What lies between two calls and is known to change what stands before the conversation. */
function noteOf({ calls, uses }: Thread, before: number, call: number, pause: string): Message {
  if (uses.some(({ madeBy, tool }) => madeBy === before && tool === 'ToolSearch')) {
    return message('after {0}, when tools were loaded', pause);
  }
  return calls.slice(before, call).some(({ model }) => model !== calls[call]?.model)
    ? message('after {0}, the model having been changed', pause)
    : message('after {0}', pause);
}

function formatPause(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return `${formatInteger(ms / 1000)} s`;
  return minutes < 120 ? `${formatInteger(minutes)} min` : `${formatInteger(minutes / 60)} h`;
}
