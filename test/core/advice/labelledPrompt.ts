import type { PromptCheckId } from '../../../src/core/advice/checkIds.ts';

/**
 * A prompt with the checks that must fire on it; all others must not, but for those in `may`, on which two careful readers would not agree.
 * The labels are ours and follow one question for each check: would the advice save tokens or a retry here?
 */
export type LabelledPrompt = {
  text: string;
  fires: readonly PromptCheckId[];
  may?: readonly PromptCheckId[];
};

export function prompt(
  text: string,
  fires: readonly PromptCheckId[] = [],
  may: readonly PromptCheckId[] = [],
): LabelledPrompt {
  return { text, fires, may };
}

/** A log of a test run with one failure among `passed` tests. */
export function pastedLog(passed: number): string {
  const lines = Array.from(
    { length: passed },
    (_, index) =>
      `2026-03-02T10:11:${String(index % 60).padStart(2, '0')}.120Z INFO worker ${index % 7} polled the queue: 0 jobs`,
  );
  return [...lines, 'ERROR job 7 failed: TypeError: total is not a number at src/jobs/total.ts:41:12'].join(
    '\n',
  );
}

/** An answer of an API with `count` elements of one shape. */
export function pastedJson(count: number): string {
  const orders = Array.from({ length: count }, (_, index) => ({
    id: index,
    customer: { name: `Customer ${index}`, city: 'Graz' },
    lines: [{ sku: `A-${index}`, quantity: 2, priceCents: 1250 }],
  }));
  return JSON.stringify({ orders }, null, 2);
}
