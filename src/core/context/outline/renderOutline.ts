import type { OutlineEntry } from './outlineEntry.ts';

/**
 * One line for each entry: the line number in the source, two spaces for each level below the top, the declaration, the head of its doc
 * comment: `12   add(a: number, b: number): number // Adds two numbers.` Empty when there are no entries.
 */
export function renderOutline(entries: readonly OutlineEntry[]): string {
  const lines: string[] = [];
  addLines(entries, '', lines);
  return lines.join('');
}

function addLines(entries: readonly OutlineEntry[], indent: string, lines: string[]): void {
  for (const { line, text, doc, children } of entries) {
    lines.push(`${line} ${indent}${text}${doc === undefined ? '' : ` // ${doc}`}\n`);
    addLines(children, `${indent}  `, lines);
  }
}
