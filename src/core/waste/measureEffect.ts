import type { DetectorId } from './detectorId.ts';
import { DETECTORS } from './detectors.ts';
import type { ModelTerms } from './modelTerms.ts';
import { draftsOf, searchGroups } from './searchGroups.ts';
import type { Thread } from './thread.ts';
import type { Verdict } from './verdicts.ts';

/** Something that was done about a kind of waste in a project (in all of them without one). */
export type TakenAction = { detector: DetectorId; project?: string; atMs: number };

/** The same figure before and after: tokens of waste for each model call. */
export type Effect = TakenAction & {
  verdict: Verdict;
  tokensPerCallBefore?: number;
  tokensPerCallAfter?: number;
  callsAfter: number;
};

const LIMITS = {
  /** Before that, habits and projects were others. */
  beforeMs: 14 * 24 * 60 * 60 * 1000,
  /** Less is one session, which may have been another kind of work. */
  leastCalls: 30,
  /** Of what was wasted before. */
  workedShare: 0.3,
  partlyShare: 0.8,
};

/** Measures again what an action was taken against, in the sessions before it and in those that began after it. */
export function measureEffect(threads: readonly Thread[], action: TakenAction, terms: ModelTerms): Effect {
  const { detector, project, atMs } = action;
  const own = threads.filter((thread) => project === undefined || thread.project === project);
  const startsIn = (fromMs: number, toMs: number) =>
    own.filter(
      ({ calls: [first] }) => first !== undefined && first.timestampMs >= fromMs && first.timestampMs < toMs,
    );
  const before = measure(detector, startsIn(atMs - LIMITS.beforeMs, atMs), terms);
  const after = measure(detector, startsIn(atMs, Number.POSITIVE_INFINITY), terms);
  return {
    ...action,
    callsAfter: after.calls,
    ...(before.calls > 0 && { tokensPerCallBefore: before.tokens / before.calls }),
    ...(after.calls > 0 && { tokensPerCallAfter: after.tokens / after.calls }),
    verdict: judge(before, after),
  };
}

type Measure = { calls: number; tokens: number };

function measure(detector: DetectorId, threads: readonly Thread[], terms: ModelTerms): Measure {
  const drafts = draftsOf(searchGroups(DETECTORS[detector], threads, terms));
  return {
    calls: threads.reduce((sum, { calls }) => sum + calls.length, 0),
    tokens: drafts.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

function judge(before: Measure, after: Measure): Verdict {
  if (before.tokens === 0 || before.calls < LIMITS.leastCalls || after.calls < LIMITS.leastCalls)
    return 'tooEarly';
  const left = after.tokens / after.calls / (before.tokens / before.calls);
  if (left <= LIMITS.workedShare) return 'worked';
  return left <= LIMITS.partlyShare ? 'partly' : 'noEffect';
}
