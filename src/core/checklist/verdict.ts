/** `byHand` is what software cannot see. */
export const CHECK_STATES = ['done', 'open', 'unknown', 'byHand'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What an evaluation says of an item, the reason as a whole sentence. */
export type Verdict = { state: CheckState; reason: string };

export function done(reason: string): Verdict {
  return { state: 'done', reason };
}

export function open(reason: string): Verdict {
  return { state: 'open', reason };
}

export function unknown(reason: string): Verdict {
  return { state: 'unknown', reason };
}

export function byHand(reason: string): Verdict {
  return { state: 'byHand', reason };
}
