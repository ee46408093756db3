/** What happened before a call. `compaction` is told by the log, `contextFell` is what it looks like where the log does not tell. */
export const TIMELINE_MARKS = ['compaction', 'contextFell', 'modelChange'] as const;
export type TimelineMark = (typeof TIMELINE_MARKS)[number];
