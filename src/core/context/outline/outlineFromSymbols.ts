import { docHead } from './docHead.ts';
import type { OutlineEntry } from './outlineEntry.ts';
import { signatureText } from './signatureText.ts';

type LineSpan = { start: { line: number }; end: { line: number } };

/** What an editor knows of a declaration: VS Code's `DocumentSymbol` with the name of its kind. Lines count from 0. */
export type EditorSymbol = {
  name: string;
  /** VS Code's names: `Class`, `Method`, … */
  kind: string;
  range: LineSpan;
  /** Where the name stands. */
  selectionRange: LineSpan;
  children: readonly EditorSymbol[];
};

/** What is declared inside these is their own business. */
const OPAQUE_KINDS: ReadonlySet<string> = new Set([
  'Function',
  'Method',
  'Constructor',
  'Property',
  'Field',
  'Variable',
  'Constant',
  'Event',
  'Operator',
]);
/** A signature with more lines than that is cut. */
const MAX_LINES = 12;

/** An outline of any language that an editor has symbols for: the source lines of each declaration up to its body. */
export function outlineFromSymbols(symbols: readonly EditorSymbol[], text: string): OutlineEntry[] {
  const lines = text.split(/\r\n|\r|\n/);
  return readSymbols(symbols, lines);
}

function readSymbols(symbols: readonly EditorSymbol[], lines: readonly string[]): OutlineEntry[] {
  return symbols
    .toSorted((a, b) => a.selectionRange.start.line - b.selectionRange.start.line)
    .map((symbol) => {
      const { name, kind, range, selectionRange, children } = symbol;
      const first = selectionRange.start.line;
      const source = lines.slice(first, Math.min(range.end.line + 1, first + MAX_LINES)).join('\n');
      const signature = signatureText(source.slice(0, findBody(source)));
      const doc = docHead(commentAbove(lines, Math.min(first, range.start.line)));
      return {
        line: first + 1,
        text: signature.includes(name) ? signature : signatureText(name),
        ...(doc !== undefined && { doc }),
        children: OPAQUE_KINDS.has(kind) ? [] : readSymbols(children, lines),
      };
    });
}

/** The first brace, arrow or line end outside of parentheses; a brace on a line of its own comes after a line end. */
function findBody(source: string): number {
  let depth = 0;
  for (const { 0: mark, index } of source.matchAll(/[()[\]{\n]|=>/g)) {
    if (mark === '(' || mark === '[') depth += 1;
    else if (mark === ')' || mark === ']') depth -= 1;
    else if (depth <= 0) return index;
  }
  return source.length;
}

function commentAbove(lines: readonly string[], line: number): string {
  let from = line;
  while (from > 0 && /^\s*(?:\/\/|\/\*|\*)/.test(lines[from - 1] ?? '')) from -= 1;
  return lines.slice(from, line).join('\n');
}
