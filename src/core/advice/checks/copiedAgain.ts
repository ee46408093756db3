import type { CopyRecord } from '../../context/copyRecord.ts';
import { countCopies, exceedsRetryCap, REPEATS_WITHIN_MS } from '../../context/copyRepeats.ts';
import { message } from '../../message.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { Advice } from '../advice.ts';
import type { AdviceInput, AdvisedScope, Check } from '../check.ts';

const LIMITS = {
  withinMs: {
    value: 60 * 60 * 1000,
    reason: 'After an hour a new talk is likely, and it needs the files again.',
  },
  mostChange: { value: 0.02, reason: 'With another task or a small edit it is still the same context.' },
  leastTokens: { value: 1_000, reason: 'Less is cheaper to send again than to think about.' },
};

/**
 * The very same text went out more often than repeats are capped at: it is time to say what went wrong. Or the same documents were copied for
 * the same model a short while ago: a talk that has them needs only their names.
 */
export const copiedAgain: Check = {
  id: 'copiedAgain',
  thresholds: LIMITS,
  find(input) {
    const { scope, nowMs } = input;
    if (scope === undefined || nowMs === undefined) return [];
    return adviseRetries(scope, input, nowMs) ?? adviseNames(scope, input, nowMs) ?? [];
  },
};

/** As a copy asks before it goes out. */
function adviseRetries(
  { contextHash, total }: AdvisedScope,
  { copies = [], retryCap = 0 }: AdviceInput,
  nowMs: number,
): Advice[] | undefined {
  const times = countCopies(copies, contextHash, nowMs - REPEATS_WITHIN_MS);
  if (!exceedsRetryCap(times, retryCap)) return undefined;
  return [
    {
      check: 'copiedAgain',
      title: message(
        'The same text was copied {0} times within a day: say what went wrong, or send only what has changed.',
        times,
      ),
      places: [],
      tokens: {
        tokens: total.tokens,
        kind: 'measured',
        formula: message('tokens of the scope, for each time that it is sent again'),
      },
      action: { do: 'editTask', field: 'goal' },
    },
  ];
}

function adviseNames(
  scope: AdvisedScope,
  { model, copies = [] }: AdviceInput,
  nowMs: number,
): Advice[] | undefined {
  if (model === undefined) return undefined;
  const { tokens } = countForModel(scope.total, model.tokenizer);
  if (tokens < LIMITS.leastTokens.value) return undefined;
  const last = copies.find(
    (copy) =>
      nowMs - copy.timestampMs <= LIMITS.withinMs.value &&
      copy.modelLabel === model.label &&
      Math.abs(copy.tokens - tokens) <= LIMITS.mostChange.value * tokens &&
      holdsSame(copy, scope),
  );
  if (last === undefined) return undefined;
  const minutes = Math.max(1, Math.round((nowMs - last.timestampMs) / 60_000));
  return [
    {
      check: 'copiedAgain',
      title: message(
        'The same context was copied {0} min ago: a talk that has it needs only the file names and what is new.',
        minutes,
      ),
      places: [],
      tokens: {
        tokens: scope.total.tokens,
        kind: 'measured',
        formula: message('tokens of the scope, which a talk that goes on has already'),
      },
      action: { do: 'copyReferences' },
    },
  ];
}

/** A record keeps the first labels only. */
function holdsSame({ items, fileCount }: CopyRecord, { parts }: AdvisedScope): boolean {
  return fileCount === parts.length && items.every((label, index) => parts[index]?.label === label);
}
