import type { TextRange } from './textEdit.ts';

/** Where line `line`, from 0, stands, without its line end. */
export function lineRange(text: string, line: number): TextRange {
  let start = 0;
  for (let left = line; left > 0; left -= 1) {
    const found = text.indexOf('\n', start);
    if (found === -1) break;
    start = found + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}
