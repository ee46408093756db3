import type { CopyRecord } from '../../context/copyRecord.ts';
import { message } from '../../message.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { AdvisedScope, Check } from '../check.ts';

const LIMITS = {
  withinMs: {
    value: 60 * 60 * 1000,
    reason: 'After an hour a new talk is likely, and it needs the files again.',
  },
  mostChange: { value: 0.02, reason: 'With another task or a small edit it is still the same context.' },
  leastTokens: { value: 1_000, reason: 'Less is cheaper to send again than to think about.' },
};

/** The same documents were copied for the same model a short while ago: a talk that has them needs only their names. */
export const copiedAgain: Check = {
  id: 'copiedAgain',
  thresholds: LIMITS,
  find({ scope, model, copies = [], nowMs }) {
    if (scope === undefined || model === undefined || nowMs === undefined) return [];
    const { tokens } = countForModel(scope.total, model.tokenizer);
    if (tokens < LIMITS.leastTokens.value) return [];
    const last = copies.find(
      (copy) =>
        nowMs - copy.timestampMs <= LIMITS.withinMs.value &&
        copy.modelLabel === model.label &&
        Math.abs(copy.tokens - tokens) <= LIMITS.mostChange.value * tokens &&
        holdsSame(copy, scope),
    );
    if (last === undefined) return [];
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
  },
};

/** A record keeps the first labels only. */
function holdsSame({ items, fileCount }: CopyRecord, { parts }: AdvisedScope): boolean {
  return fileCount === parts.length && items.every((label, index) => parts[index]?.label === label);
}
