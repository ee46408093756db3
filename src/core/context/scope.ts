import type { Detail } from './detail.ts';
import { DETAILS_OF, type ScopeItem } from './scopeItem.ts';

/** The context set, in the order in which it is rendered. */
export type Scope = readonly ScopeItem[];

/** Appends what is not there yet; an item that is there becomes checked again. */
export function addItems(scope: Scope, added: readonly ScopeItem[]): Scope {
  const addedIds = new Set(added.map((item) => item.id));
  const known = new Set(scope.map((item) => item.id));
  const kept = scope.map((item) => (addedIds.has(item.id) ? { ...item, checked: true } : item));
  const fresh = new Map(added.filter((item) => !known.has(item.id)).map((item) => [item.id, item]));
  return [...kept, ...fresh.values()];
}

/** The same items, each once. */
export function withoutRepeats(items: readonly ScopeItem[]): Scope {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

export function removeItems(scope: Scope, ids: ReadonlySet<string>): Scope {
  return scope.filter((item) => !ids.has(item.id));
}

export function setItemChecked(scope: Scope, id: string, checked: boolean): Scope {
  return scope.map((item) => (item.id === id ? { ...item, checked } : item));
}

/** Changes how much of an item goes in; a detail that its kind does not have changes nothing. */
export function setItemDetail(scope: Scope, id: string, detail: Detail): Scope {
  return scope.map((item) =>
    item.id === id && DETAILS_OF[item.kind].includes(detail) ? { ...item, detail } : item,
  );
}

/** Marks an item as one that changes seldom, or often. */
export function setItemStable(scope: Scope, id: string, stable: boolean): Scope {
  return scope.map((item) => {
    if (item.id !== id) return item;
    const { stable: _before, ...rest } = item;
    return stable ? { ...rest, stable } : rest;
  });
}
