import type { Detail } from '../context/detail.ts';
import { addItems, type Scope, setItemDetail } from '../context/scope.ts';
import { fileItem, isManyFiles } from '../context/scopeItem.ts';
import { type DocumentRef, withoutDocuments } from '../context/withoutDocuments.ts';
import type { AdviceAction } from './advice.ts';

/** The scope after an action that is about its documents; the same one after any other. */
export function applyToScope(scope: Scope, action: AdviceAction): Scope {
  if (action.do === 'leaveOut') return action.documents.reduce(leaveOut, scope);
  if (action.do !== 'setDetail') return scope;
  return action.documents.reduce((changed, document) => setDetail(changed, document, action.detail), scope);
}

/** From the item that it comes from, and from no other. */
function leaveOut(scope: Scope, document: DocumentRef): Scope {
  return scope.map((item) =>
    item.id === document.itemId ? (withoutDocuments([item], [document])[0] ?? item) : item,
  );
}

/** A file below a folder gets an item of its own: the others there keep their detail. */
function setDetail(scope: Scope, document: DocumentRef, detail: Detail): Scope {
  const item = scope.find(({ id }) => id === document.itemId);
  if (item === undefined) return scope;
  if (!isManyFiles(item)) return setItemDetail(scope, item.id, detail);
  const own = fileItem(document.path);
  return setItemDetail(addItems(leaveOut(scope, document), [own]), own.id, detail);
}
