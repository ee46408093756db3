/** How much of a scope item goes in. */
export const DETAILS = ['full', 'outline', 'excerpt', 'diff', 'reduced'] as const;
export type Detail = (typeof DETAILS)[number];

/** What each one means, for people who choose. */
export const DETAIL_WORDS: Record<Detail, string> = {
  full: 'the whole text',
  outline: 'signatures and types, no bodies',
  excerpt: 'the start and the end',
  diff: 'what has changed since the last commit',
  reduced: 'logs, JSON and tables without their repeats',
};
