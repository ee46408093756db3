import { l10n, Position, Range, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextPlace } from './reducibleText.ts';
import { UserError } from './userError.ts';

/** Whether the document of a place can be edited at all: not an output panel, a side of a diff or a read-only file system. */
export function isEditable({ document: { uri } }: TextPlace): boolean {
  const isOfEditor = uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell';
  return isOfEditor || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** Replaces `before` at a place by `after`, as one step to undo. Throws a `UserError` when something else stands there by now. */
export async function replaceText(place: TextPlace, before: string, after: string): Promise<void> {
  const { document, range } = place;
  if (document.isClosed || document.getText(range) !== before) {
    throw new UserError(
      l10n.t('The text has been edited or closed since. Select it again and run the command again.'),
    );
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, after);
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(
      l10n.t('VS Code did not take the edit. Run the command again and choose "Copy Reduced".'),
    );
  }
  if (document.uri.scheme === 'vscode-notebook-cell') return;
  await window.showTextDocument(document, { selection: new Range(range.start, endOf(range.start, after)) });
}

/** Where a text ends that starts at a position, whatever line ends the document has. */
function endOf(start: Position, text: string): Position {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1 ? start.translate(0, last) : new Position(start.line + lines.length - 1, last);
}
