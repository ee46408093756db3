import { countText } from '../../tokens/countText.ts';
import type { TextCount } from '../../tokens/tokenCount.ts';
import type { TokenCounter } from '../../tokens/tokenCounter.ts';
import { reduceText } from './reduceText.ts';
import type { Reduction, ReductionKind } from './reduction.ts';
import { truncateTo } from './truncateTo.ts';

export type ReduceRequest = {
  text: string;
  /** Where the text comes from: lock files and the like are told by their names. */
  path?: string;
  /** Takes the text for this instead of looking. */
  kind?: ReductionKind;
  /** What is still larger then loses its middle, at whole lines. */
  maxTokens?: number;
};

/** A reduction with the counts of the text before and after it; where nothing could be left out, both are the same. */
export type CountedReduction = { reduction: Reduction; before: TextCount; after: TextCount };

/** Reduces a text so that it never counts more tokens than before, in the counter's encoding. */
export function reduceAndCount(
  counter: TokenCounter,
  { text, maxTokens, ...about }: ReduceRequest,
): CountedReduction {
  const before = countText(counter, text);
  const reduced = reduceText(text, {
    ...about,
    measure: (part) => (part === text ? before.tokens : counter.countTokens(part)),
  });
  const reduction = maxTokens === undefined ? reduced : truncate(counter, reduced, maxTokens);
  return { reduction, before, after: reduction.text === text ? before : countText(counter, reduction.text) };
}

function truncate(counter: TokenCounter, reduced: Reduction, maxTokens: number): Reduction {
  const text = truncateTo(counter, reduced.text, maxTokens, 'both');
  if (text === reduced.text) return reduced;
  const count = Math.max(1, counter.countTokens(reduced.text) - counter.countTokens(text));
  return { ...reduced, text, notes: [...reduced.notes, { cut: 'truncated', count }] };
}
