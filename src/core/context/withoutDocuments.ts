import type { Scope } from './scope.ts';
import { isManyFiles, pathOf, type ScopeItem } from './scopeItem.ts';

/** A document by the item it comes from; `path` is absolute, empty for what is no file. */
export type DocumentRef = { itemId: string; path: string };

/** The scope with some documents left out, from whichever items they could come; nothing is removed. */
export function withoutDocuments(scope: Scope, left: readonly DocumentRef[]): Scope {
  const paths = new Set(left.flatMap(({ path }) => (path === '' ? [] : [path])));
  const ids = new Set(left.map(({ itemId }) => itemId));
  return scope.map((item) => leaveOut(item, paths, ids));
}

function leaveOut(item: ScopeItem, paths: ReadonlySet<string>, ids: ReadonlySet<string>): ScopeItem {
  if (isManyFiles(item)) return { ...item, excluded: [...item.excluded, ...paths] };
  const isLeft = ids.has(item.id) || paths.has(pathOf(item) ?? '');
  return isLeft ? { ...item, checked: false } : item;
}
