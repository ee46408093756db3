/** What became of an action; `tooEarly` while too little was logged on either side to tell. */
export const VERDICTS = ['worked', 'partly', 'noEffect', 'tooEarly'] as const;
export type Verdict = (typeof VERDICTS)[number];
