import { message } from '../../message.ts';
import { TIERS, type Tier } from '../../models/modelInfo.ts';
import { addCarried, wholeCall } from '../carry.ts';
import { sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { ModelTerms } from '../modelTerms.ts';
import type { Thread } from '../thread.ts';

const LIMITS = {
  /** One may be bad luck, two a hard spot. */
  leastFailures: 3,
};

/** A cheaper model that went on failing until a stronger one took over. */
export const TOO_WEAK_MODEL = perThread('Too weak a model', (thread, terms) =>
  thread.calls.flatMap((_, index) => (isEscalation(thread, index) ? toDrafts(thread, index, terms) : [])),
);

function isEscalation({ calls }: Thread, index: number): boolean {
  const [before, after] = [calls[index - 1]?.tier, calls[index]?.tier];
  return before !== undefined && after !== undefined && rank(after) < rank(before);
}

function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}

function toDrafts(thread: Thread, index: number, { labelOf }: ModelTerms): Draft[] {
  const { calls, uses, turns } = thread;
  const weak = calls[index - 1]?.model ?? '';
  const switched = calls.findLastIndex(({ model }, at) => at < index && model !== weak) + 1;
  const turn = turns.findLast(({ firstCall }) => firstCall < index)?.firstCall ?? 0;
  const first = Math.max(switched, turn);
  const failures = uses.filter(({ madeBy, isError }) => isError && madeBy >= first && madeBy < index);
  const from = failures[0]?.madeBy;
  if (from === undefined || failures.length < LIMITS.leastFailures) return [];
  const weakName = labelOf(weak);
  const strongName = labelOf(calls[index]?.model ?? '');
  const spent = Array.from({ length: index - from }, (_, at) => wholeCall(thread, from + at));
  return [
    {
      title: message('{0} failed {1} times before {2} took over', weakName, failures.length, strongName),
      subject: `weak@${calls[index]?.timestampMs ?? 0}`,
      threads: [thread],
      kind: 'measured',
      formula: message('input and output of the calls from the first failure to the change of the model'),
      ...sums(addCarried(spent), [calls[from]?.timestampMs ?? 0, calls[index]?.timestampMs ?? 0]),
      confidence: 0.75,
      items: failures.map((use) => ({
        name: use.target ?? use.tool,
        timesMs: [use.timestampMs],
        note: message('failed on {0}, calls before the change: {1}', weakName, index - use.madeBy),
      })),
      action: {
        kind: 'changeModel',
        text: message('Begin such tasks with {0}', strongName),
        modelId: calls[index]?.model ?? '',
      },
    },
  ];
}
