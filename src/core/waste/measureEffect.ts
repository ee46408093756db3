import type { DetectorId } from './detectorId.ts';
import { DETECTORS } from './detectors.ts';
import type { ModelTerms } from './modelTerms.ts';
import { draftsOf, searchGroups } from './searchGroups.ts';
import type { Thread } from './thread.ts';
import type { Verdict } from './verdicts.ts';

/** Something that was done about a kind of waste in a project (in all of them without one), which was seen last at `seenMs`. */
export type TakenAction = { detector: DetectorId; project?: string; atMs: number; seenMs?: number };

/** The same figure before and after: tokens of waste for each model call. */
export type Effect = TakenAction & {
  verdict: Verdict;
  tokensPerCallBefore?: number;
  tokensPerCallAfter?: number;
  callsAfter: number;
};

/** So many calls must have been made since before an effect is told: less is one session, which may have been another kind of work. */
export const LEAST_CALLS_AFTER = 30;

const LIMITS = {
  /** Earlier than that, habits and projects were others. */
  beforeMs: 14 * 24 * 60 * 60 * 1000,
  leastCallsBefore: 30,
  /** Of what was wasted before. */
  workedShare: 0.3,
  partlyShare: 0.8,
};

/**
 * Measures again what an action was taken against: in the sessions of two weeks before it (or before the waste was seen last, where that is
 * longer ago), and in those that began since.
 */
export function measureEffect(threads: readonly Thread[], action: TakenAction, terms: ModelTerms): Effect {
  const { detector, project, atMs, seenMs = atMs } = action;
  const fromMs = Math.min(seenMs, atMs) - LIMITS.beforeMs;
  const own = threads.filter((thread) => project === undefined || thread.project === project);
  const isBefore = ({ calls }: Thread) => startOf(calls) < atMs && endOf(calls) >= fromMs;
  const before = measure(detector, own.filter(isBefore), terms);
  const after = measure(
    detector,
    own.filter(({ calls }) => startOf(calls) >= atMs),
    terms,
  );
  return {
    ...action,
    callsAfter: after.calls,
    ...(before.calls > 0 && { tokensPerCallBefore: before.tokens / before.calls }),
    ...(after.calls > 0 && { tokensPerCallAfter: after.tokens / after.calls }),
    verdict: judge(before, after),
  };
}

function startOf(calls: Thread['calls']): number {
  return calls[0]?.timestampMs ?? Number.NaN;
}

function endOf(calls: Thread['calls']): number {
  return calls.at(-1)?.timestampMs ?? Number.NaN;
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
  if (before.tokens === 0 || before.calls < LIMITS.leastCallsBefore || after.calls < LEAST_CALLS_AFTER)
    return 'tooEarly';
  const left = after.tokens / after.calls / (before.tokens / before.calls);
  if (left <= LIMITS.workedShare) return 'worked';
  return left <= LIMITS.partlyShare ? 'partly' : 'noEffect';
}
