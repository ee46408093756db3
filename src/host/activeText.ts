import { l10n, type TextDocument, type TextEditor } from 'vscode';
import type { ScopeDocument } from '../core/context/render/scopeDocument.ts';
import { linesOf, selectionsOf } from './addToScope.ts';
import type { CountTarget } from './countTarget.ts';
import { displayName } from './countTarget.ts';
import { UserError } from './userError.ts';

/** What the user looks at: the selections of the active editor, or all that is open in it. `what` names it in words. */
export type ActiveText = { what: string; documents: ScopeDocument[] };

/** Throws a `UserError` when there is no text. */
export function readActiveText(target: CountTarget | undefined): ActiveText {
  if (target === undefined) throw new UserError(l10n.t('No file is open. Open one first.'));
  if (target.kind === 'tooLarge')
    throw new UserError(l10n.t('{0} is too large. Select a part of it in a smaller copy.', target.name));
  const selected = target.editor === undefined ? [] : selectedDocuments(target.editor);
  if (selected.length > 0) return { what: l10n.t('the selection in {0}', target.name), documents: selected };
  return { what: target.name, documents: wholeDocuments(target.name, target.documents) };
}

function selectedDocuments(editor: TextEditor): ScopeDocument[] {
  const { document } = editor;
  return selectionsOf(editor).map((selection) => ({
    path: displayName(document.uri),
    lines: linesOf(selection),
    text: document.getText(selection),
  }));
}

function wholeDocuments(name: string, documents: readonly TextDocument[]): ScopeDocument[] {
  const isNotebook = documents.length !== 1 || documents[0]?.uri.scheme === 'vscode-notebook-cell';
  return documents.map((document, index) => ({
    path: isNotebook ? `${name}#cell${index + 1}` : name,
    text: document.getText(),
  }));
}
