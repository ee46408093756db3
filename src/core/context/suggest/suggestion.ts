import { type Message, sayMessage } from '../../message.ts';
import { translate } from '../../translate.ts';
import type { GatedText } from '../gates/applyGates.ts';
import type { LineRange } from '../scopeItem.ts';

/** How much of a suggested file goes in. An outline is of its declarations, or shorter: of its names only. */
export const SUGGESTED_DETAILS = ['full', 'excerpt', 'outline'] as const;
export type SuggestedDetail = (typeof SUGGESTED_DETAILS)[number];

export type SuggestedItem = {
  path: string;
  detail: SuggestedDetail;
  /** What it adds to the text. */
  tokens: number;
  /** Why it is in: sentences without their full stops. */
  reasons: readonly Message[];
  /** It is a line of names: less than what a scope calls an outline. */
  isNamesOnly?: true;
  /** Of an excerpt. */
  lines?: LineRange;
};

/** A file that was considered and is not in; `tokens` is what the whole of it would cost. */
export type LeftOutFile = { path: string; tokens: number; reasons: readonly Message[] };

export type Suggestion = GatedText & {
  /** The most important first. */
  items: SuggestedItem[];
  /** Those that come next, the best first. */
  leftOut: LeftOutFile[];
  /** Count of `text`, which is rendered and past the gates; never above `budget`. */
  totalTokens: number;
  budget: number;
  /** What all files that are indexed come to. */
  baselineTokens: number;
};

/** `imports src/a.ts; changed lately (names only)`. */
export function tellReason({ reasons, isNamesOnly }: Pick<SuggestedItem, 'reasons' | 'isNamesOnly'>): string {
  const said = reasons.map(sayMessage).join('; ');
  return isNamesOnly ? translate('{0} (names only)', said) : said;
}
