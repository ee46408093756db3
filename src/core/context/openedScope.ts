import type { DocumentPlace } from './measuredScope.ts';
import type { Scope } from './scope.ts';
import { fileItem, linesItem, type ScopeItem } from './scopeItem.ts';

/** The files, or lines of files, that documents of a scope come from, each once and in full; what comes from no file is left out. */
export function openedScope(places: readonly Pick<DocumentPlace, 'path' | 'lines'>[]): Scope {
  const items = new Map<string, ScopeItem>();
  for (const { path, lines } of places) {
    if (path === '') continue;
    const item = lines === undefined ? fileItem(path) : linesItem(path, lines);
    items.set(item.id, item);
  }
  return [...items.values()];
}
