import type { LineRange } from './scopeItem.ts';

/** The given lines of a text with their line ends. Lines beyond the end are left out. */
export function cutLines(text: string, { startLine, endLine }: LineRange): string {
  const start = offsetOfLine(text, startLine);
  return text.slice(start, offsetOfLine(text, endLine + 1, start, startLine));
}

/** Where line `line` starts, given that `fromLine` starts at `from`; the text's length when there is no such line. */
function offsetOfLine(text: string, line: number, from = 0, fromLine = 1): number {
  let offset = from;
  for (let current = fromLine; current < line; current += 1) {
    const end = nextLineStart(text, offset);
    if (end === undefined) return text.length;
    offset = end;
  }
  return offset;
}

/** Line ends are CR LF, LF and a lone CR, as in VS Code. */
function nextLineStart(text: string, offset: number): number | undefined {
  const pattern = /\r\n|\r|\n/g;
  pattern.lastIndex = offset;
  return pattern.exec(text) === null ? undefined : pattern.lastIndex;
}
