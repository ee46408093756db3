import { formatInteger, formatShare } from '../format.ts';
import { translate } from '../translate.ts';
import type { ChecklistFacts, UsageFacts } from './checklistFacts.ts';
import { done, open, unknown, type Verdict } from './verdict.ts';

// What the ledger and the settings tell of the setup list and the monthly review.

export function checkBaseline({ usage }: ChecklistFacts): Verdict {
  if (usage === undefined) return notRead();
  return usage.requests > 0
    ? done(translate('Requests known from logs: {0}.', formatInteger(usage.requests)))
    : open(translate('No request is known from logs yet.'));
}

export function checkBudgets({ budgetCount }: ChecklistFacts): Verdict {
  return budgetCount > 0
    ? done(translate('Budgets set: {0}.', formatInteger(budgetCount)))
    : open(translate('No budget is set.'));
}

export function checkVariants({ hasScoredVariants }: ChecklistFacts): Verdict {
  return hasScoredVariants
    ? done(translate('Two variants are kept, each with its quality.'))
    : open(translate('No two variants of a scope have been compared for quality.'));
}

/** Requests on the tier for thinking, of all whose model is known. */
export function checkThinkShare({ usage }: ChecklistFacts): Verdict {
  return holdShare(usage, ({ thinkShare }) => thinkShare, {
    isHeld: (share) => share < MOST_THINK_SHARE,
    words: (share) =>
      translate('{0} of the requests went to models for thinking; the target is below 20 %.', share),
  });
}

export function checkCacheHits({ usage }: ChecklistFacts): Verdict {
  return holdShare(usage, ({ cacheHitRate }) => cacheHitRate, {
    isHeld: (share) => share > LEAST_CACHE_SHARE,
    words: (share) => translate('{0} of the input came from a cache; the target is above 80 %.', share),
  });
}

export function checkTokensTrend({ usage }: ChecklistFacts): Verdict {
  const { inputPerRequest: now, inputPerRequestBefore: before } = usage ?? {};
  if (now === undefined || before === undefined)
    return unknown(translate('There are not two periods with requests to compare yet.'));
  const words = translate(
    '{0} tokens of input per request, {1} before.',
    formatInteger(now),
    formatInteger(before),
  );
  return now <= before * NOISE ? done(words) : open(words);
}

/** Of "Token Economy Optimization": fewer than a fifth, and four fifths. */
const MOST_THINK_SHARE = 0.2;
const LEAST_CACHE_SHARE = 0.8;
/** Less than that is no trend. */
const NOISE = 1.05;
const notRead = () => unknown(translate('The logs have not been read yet.'));

type Target = { isHeld(share: number): boolean; words(share: string): string };

function holdShare(
  usage: UsageFacts | undefined,
  read: (usage: UsageFacts) => number | undefined,
  { isHeld, words }: Target,
): Verdict {
  if (usage === undefined) return notRead();
  const share = read(usage);
  if (share === undefined) return unknown(translate('No request is known to tell it from.'));
  return isHeld(share) ? done(words(formatShare(share))) : open(words(formatShare(share)));
}
