import { message } from '../../message.ts';
import { cacheSteps } from '../cacheSteps.ts';
import { callNumbers, sums } from '../describe.ts';
import { perProject } from '../detector.ts';
import type { Charge, Draft } from '../draft.ts';
import type { ModelTerms } from '../modelTerms.ts';
import type { Call, Thread } from '../thread.ts';

const LIMITS = {
  leastTokens: 20_000,
  /** Between these pauses an hour's cache is read where one of five minutes would have been written again. */
  shortMs: 5 * 60_000,
  longMs: 60 * 60_000,
};

/** Writes that live an hour, at a higher price, in conversations whose pauses did not need it; by project, as it is a setting. */
export const HOUR_WRITES = perProject('1-hour cache writes that do not pay', (threads, terms) => {
  const losses = threads.map((thread) => lossOf(thread, terms)).filter((loss) => loss !== undefined);
  return losses.length === 0 ? [] : [toDraft(losses)];
});

type Loss = { thread: Thread; calls: number[]; tokens: number; lossUsd: number };

function lossOf(thread: Thread, terms: ModelTerms): Loss | undefined {
  const calls = callNumbers(thread).filter((index) => hourTokens(thread.calls[index]) > 0);
  const tokens = calls.reduce((sum, index) => sum + hourTokens(thread.calls[index]), 0);
  const paidUsd = calls.reduce((sum, index) => sum + extraUsd(thread.calls[index], terms), 0);
  const lossUsd = paidUsd - sparedUsd(thread, terms);
  return tokens < LIMITS.leastTokens || !(lossUsd > 0) ? undefined : { thread, calls, tokens, lossUsd };
}

function hourTokens(call: Call | undefined): number {
  return call?.record.cacheWrite1hTokens ?? 0;
}

/** What five minutes would have cost less. */
function extraUsd(call: Call | undefined, { costUsd }: ModelTerms): number {
  if (call === undefined) return 0;
  const { record, contextTokens, inputUsd } = call;
  const short = {
    ...record,
    contextTokens,
    outputTokens: 0,
    webSearches: 0,
    cacheWrite5mTokens: (record.cacheWrite5mTokens ?? 0) + (record.cacheWrite1hTokens ?? 0),
    cacheWrite1hTokens: 0,
  };
  return inputUsd - costUsd(short);
}

/** What would have been written again after each pause that only the longer life has bridged. */
function sparedUsd(thread: Thread, { costUsd }: ModelTerms): number {
  const bridged = cacheSteps(thread).filter(({ gapMs }) => gapMs > LIMITS.shortMs && gapMs <= LIMITS.longMs);
  return bridged.reduce((sum, { call }) => {
    const at = thread.calls[call];
    if (at === undefined) return sum;
    const read = at.record.cacheReadTokens ?? 0;
    const rest = { ...at.record, contextTokens: at.contextTokens, outputTokens: 0, webSearches: 0 };
    const again = { ...rest, cacheReadTokens: 0, cacheWrite5mTokens: (rest.cacheWrite5mTokens ?? 0) + read };
    return sum + costUsd(again) - at.inputUsd;
  }, 0);
}

function toDraft(losses: readonly Loss[]): Draft {
  const sorted = losses.toSorted((a, b) => b.lossUsd - a.lossUsd);
  const tokens = losses.reduce((sum, loss) => sum + loss.tokens, 0);
  const timeOf = ({ thread, calls }: Loss) => thread.calls[calls[0] ?? 0]?.timestampMs ?? 0;
  const charges = losses.flatMap(({ thread, calls }) =>
    calls.map((call): Charge => {
      const tokensPerCall = hourTokens(thread.calls[call]);
      return { thread, part: 'context', fromCall: call, toCall: call + 1, tokensPerCall };
    }),
  );
  return {
    title: message('{0} tokens were cached for an hour, which cost more than it spared', tokens),
    subject: `hour@${losses[0]?.thread.project ?? ''}`,
    threads: sorted.map(({ thread }) => thread),
    kind: 'measured',
    formula: message(
      'tokens written for an hour in conversations where that did not pay; what they cost more than writes for five minutes, less what pauses of 5 to 60 minutes would have cost with those',
    ),
    ...sums(
      { tokens, costUsd: losses.reduce((sum, { lossUsd }) => sum + lossUsd, 0), charges },
      losses.map(timeOf),
    ),
    confidence: 0.9,
    items: sorted.map((loss) => ({
      name: `session ${loss.thread.sessionId}`,
      timesMs: [timeOf(loss)],
      tokens: loss.tokens,
    })),
    action: {
      kind: 'openPlanner',
      text: message('Let the agent cache for five minutes where you work without long pauses'),
    },
  };
}
