import { MASK } from './maskNames.ts';
import type { TextRange } from './textEdit.ts';

/** The same text, unit for unit as long, with ranges masked but for their line ends. */
export function maskRanges(text: string, ranges: readonly TextRange[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const at = Math.max(from, start);
    masked += text.slice(from, at) + text.slice(at, end).replace(/[^\r\n]/g, MASK);
    from = end;
  }
  return masked + text.slice(from);
}
