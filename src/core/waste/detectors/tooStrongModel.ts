import { message } from '../../message.ts';
import type { ModelInfo } from '../../models/modelInfo.ts';
import { sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { ModelTerms } from '../modelTerms.ts';
import type { Thread } from '../thread.ts';
import { type TurnFacts, turnFacts, wholeTurns } from '../turnFacts.ts';

const LIMITS = {
  /** Below, the words say little about what the task needs. */
  leastConfidence: 0.6,
  /** What took more was harder than it sounded. */
  mostCalls: 12,
  /** Questions may need the stronger model however they sound; a small change that went well did not. */
  leastFilesChanged: 1,
  mostFilesChanged: 2,
  mostFailures: 0,
  /** Of one conversation. */
  leastTurns: 2,
};

/** Prompts whose words ask for less than the model that got them, and that were done in a few calls without a failure. */
export const TOO_STRONG_MODEL = perThread('Too strong a model', (thread, terms) => {
  const turns = turnFacts(thread).filter(
    (facts) => isLight(facts) && thread.calls[facts.turn.firstCall]?.tier === 'think',
  );
  const model = thread.calls[turns[0]?.turn.firstCall ?? -1]?.model;
  const cheaper = model === undefined ? undefined : terms.alternativeTo(model, 'execute');
  return turns.length < LIMITS.leastTurns || cheaper === undefined
    ? []
    : [toDraft(thread, turns, cheaper, terms)];
});

function isLight({ turn, calls, filesChanged, failures }: TurnFacts): boolean {
  const asksForLess =
    (turn.tier === 'execute' || turn.tier === 'bulk') && turn.confidence >= LIMITS.leastConfidence;
  return (
    asksForLess &&
    calls <= LIMITS.mostCalls &&
    filesChanged >= LIMITS.leastFilesChanged &&
    filesChanged <= LIMITS.mostFilesChanged &&
    failures <= LIMITS.mostFailures
  );
}

function toDraft(
  thread: Thread,
  turns: readonly TurnFacts[],
  cheaper: ModelInfo,
  { costUsd, labelOf }: ModelTerms,
): Draft {
  const whole = wholeTurns(
    thread,
    turns.map(({ turn }) => turn),
  );
  const calls = turns.flatMap(({ turn }) => thread.calls.slice(turn.firstCall, turn.endCall));
  const cheapUsd = calls.reduce((sum, { record }) => sum + costUsd({ ...record, model: cheaper.id }), 0);
  const model = labelOf(calls[0]?.model ?? '');
  return {
    title: message('{0} prompts that {1} could have done went to {2}', turns.length, cheaper.label, model),
    subject: 'strong',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      'all tokens of the calls for these prompts; their cost less that of the same tokens on {0}',
      cheaper.label,
    ),
    ...sums(
      { ...whole, costUsd: whole.costUsd - cheapUsd },
      turns.map(({ turn }) => turn.timestampMs),
    ),
    confidence: 0.6,
    items: turns.map(({ turn, calls: count, filesChanged }) => ({
      name: `prompt of ${turn.chars} characters`,
      timesMs: [turn.timestampMs],
      note: message(
        'its words ask for tier {0}; calls: {1}, changed files: {2}',
        turn.tier ?? '',
        count,
        filesChanged,
      ),
    })),
    action: {
      kind: 'changeModel',
      text: message('Take {0} for prompts such as these', cheaper.label),
      modelId: cheaper.id,
    },
  };
}
