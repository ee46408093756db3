import { formatPlural } from '../../format.ts';
import type { TokenCounter } from '../../tokens/tokenCounter.ts';
import { truncateToTokens } from '../../tokens/truncateToTokens.ts';
import { endCuts, startCuts } from './truncationCuts.ts';

export const TRUNCATION_ENDS = ['start', 'end', 'both'] as const;
/** Which part of a text is kept. */
export type TruncationEnd = (typeof TRUNCATION_ENDS)[number];

/**
 * At most `maxTokens` tokens of `text`, as near to it as whole lines allow, with a line `… 1,234 tokens left out …` where the rest was.
 * A line is cut only when it does not fit alone, and never inside a character as people see it. A text that fits comes back as it is.
 * Below about a dozen tokens there is no room for the line: then only as much of the text as fits.
 */
export function truncateTo(
  counter: TokenCounter,
  text: string,
  maxTokens: number,
  keep: TruncationEnd,
): string {
  const total = counter.countTokens(text);
  if (total <= maxTokens) return text;
  const room = maxTokens - counter.countTokens(`\n${markerLine(total)}\n`);
  if (room < 1) return keep === 'end' ? '' : truncateToTokens(counter, text, Math.max(0, maxTokens));

  const fits = (head: number, tail: number) => counter.countTokens(render(head, tail)) <= maxTokens;
  let head = 0;
  let tail = text.length;
  if (keep === 'both')
    head = grow('head', (end) => counter.countTokens(text, 0, end) <= Math.floor(room / 2));
  if (keep !== 'start') tail = grow('tail', (start) => start >= head && fits(head, start));
  if (keep !== 'end')
    head = Math.max(
      head,
      grow('head', (end) => end <= tail && fits(end, tail)),
    );
  return render(head, tail);

  function grow(side: 'head' | 'tail', fitsAt: (cut: number) => boolean): number {
    const cuts = side === 'head' ? startCuts(counter, text, room) : endCuts(counter, text, room);
    const whole = lastFitting(cuts.lines, fitsAt) ?? (side === 'head' ? 0 : text.length);
    if (!cuts.isOverlong(whole)) return whole;
    return lastFitting(cuts.charsFrom(whole), fitsAt) ?? whole;
  }

  function render(headEnd: number, tailStart: number): string {
    const kept = counter.countTokens(text, 0, headEnd) + counter.countTokens(text, tailStart);
    const start = text.slice(0, headEnd);
    const open = start === '' || /[\n\r]$/.test(start) ? start : `${start}\n`;
    const marker = markerLine(Math.max(1, total - kept));
    return tailStart === text.length ? open + marker : `${open}${marker}\n${text.slice(tailStart)}`;
  }
}

function markerLine(tokens: number): string {
  return `… ${formatPlural(tokens, 'token')} left out …`;
}

/** The last cut that fits, where fitting stops somewhere; looks a few cuts further, for counts do not grow evenly. */
function lastFitting(cuts: readonly number[], fitsAt: (cut: number) => boolean): number | undefined {
  let low = -1;
  let high = cuts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fitsAt(cuts[middle] ?? 0)) low = middle;
    else high = middle;
  }
  for (let further = low + 2; further <= low + 3 && further < cuts.length; further++) {
    if (fitsAt(cuts[further] ?? 0)) return cuts[further];
  }
  return cuts[low];
}
