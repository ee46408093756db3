import { formatShare } from '../../format.ts';
import { type Message, message } from '../../message.ts';
import { addCarried, carryResult } from '../carry.ts';
import { itemOf, nameUse, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** About 500 lines: more is seldom read, and a search or the end of it would have done. */
  largeTokens: 4000,
  /** What the head, the end and the errors of an output take, where the reducer has not seen it. */
  enoughTokens: 1500,
  /** Of one conversation, before it is carried. */
  leastTokens: 6000,
};

/** Large outputs of tools other than those that read files. */
export const PAYLOAD_BLOAT = perThread('Large tool results', (thread) => {
  const large = thread.uses.filter(isLarge);
  const spared = large.reduce((sum, use) => sum + spareTokens(use), 0);
  return spared < LIMITS.leastTokens ? [] : [toDraft(thread, large)];
});

function isLarge({ action, tokens }: ToolUse): boolean {
  return (action === 'run' || action === 'search' || action === 'other') && tokens >= LIMITS.largeTokens;
}

/** What the log reducer would have spared, or all above what is enough. */
function spareTokens({ tokens, chars, reducedChars }: ToolUse): number {
  if (reducedChars !== undefined && reducedChars < chars)
    return Math.round(tokens * (1 - reducedChars / chars));
  return Math.max(0, tokens - LIMITS.enoughTokens);
}

function toDraft(thread: Thread, large: readonly ToolUse[]): Draft {
  const sorted = large.toSorted((a, b) => b.tokens - a.tokens);
  const all = thread.uses.reduce((sum, { tokens }) => sum + tokens, 0);
  const tokens = large.reduce((sum, use) => sum + use.tokens, 0);
  const name = sorted[0] === undefined ? '' : nameUse(sorted[0]);
  return {
    title:
      large.length === 1
        ? message('{0} put {1} tokens into the context', name, tokens)
        : message(
            '{0} large results, such as of {1}, put {2} tokens into the context',
            large.length,
            name,
            tokens,
          ),
    subject: 'results',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      'what the log reducer would have left out, where it was asked, else all above {0} tokens of each result (by its size), × the calls that had it in their context, at what each call paid for a token of its input; the results named are {1} of all',
      LIMITS.enoughTokens,
      formatShare(tokens / all),
    ),
    ...sums(
      addCarried(large.map((use) => carryResult(thread, use, spareTokens(use)))),
      large.map(({ timestampMs }) => timestampMs),
    ),
    confidence: 0.8,
    items: sorted.map((use) => itemOf(use, noteOf(use))),
    action: {
      kind: 'reduce',
      text: message('Reduce the output before it goes to the model, or let the command print less'),
    },
  };
}

function noteOf({ reducedChars, chars }: ToolUse): Message | undefined {
  return reducedChars === undefined || reducedChars >= chars
    ? undefined
    : message('the log reducer leaves {0}', formatShare(reducedChars / chars));
}
