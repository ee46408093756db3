import type { Scope } from './scope.ts';
import { addItems, removeItems } from './scope.ts';
import { type LineRange, linesItem, type ScopeItem } from './scopeItem.ts';

/** Adds lines of a file. What touches lines of it that are there already becomes one item with them: no line is sent twice. */
export function addLines(scope: Scope, path: string, added: readonly LineRange[]): Scope {
  const known = scope.filter((item) => isLinesOf(item, path));
  const merged = mergeRanges([...known.map(({ lines }) => lines), ...added]);
  const items = merged.map((lines) => linesItem(path, lines));
  const keptIds = new Set(items.map(({ id }) => id));
  const absorbed = known.filter(({ id }) => !keptIds.has(id)).map(({ id }) => id);
  return addItems(removeItems(scope, new Set(absorbed)), items);
}

/** The same lines in as few ranges as possible, in their order in the file. */
export function mergeRanges(ranges: readonly LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.startLine - b.startLine)) {
    const last = merged.at(-1);
    if (last === undefined || range.startLine > last.endLine + 1) merged.push({ ...range });
    else last.endLine = Math.max(last.endLine, range.endLine);
  }
  return merged;
}

function isLinesOf(item: ScopeItem, path: string): item is Extract<ScopeItem, { kind: 'lines' }> {
  return item.kind === 'lines' && item.path === path;
}
