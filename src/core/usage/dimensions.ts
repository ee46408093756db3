/** What usage can be told apart by. */
export const DIMENSIONS = ['tier', 'model', 'project', 'session', 'source'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
