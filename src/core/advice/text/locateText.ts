import type { AdvicePlace } from '../advice.ts';

/** Where a clause stands in the prompt; nothing where it was read across a line end or a pasted block. */
export function locateText(text: string, clause: string): AdvicePlace[] {
  const start = clause === '' ? -1 : text.indexOf(clause);
  return start === -1 ? [] : [{ in: 'text', start, end: start + clause.length }];
}
