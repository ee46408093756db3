import { commands, Range, type TextEditor, type Uri, window, workspace } from 'vscode';

/** Opens a file with nothing selected: VS Code would bring back what was when it was closed. */
export async function openFile(uri: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  return window.showTextDocument(document, { preview: false, selection: new Range(0, 0, 0, 0) });
}

export async function openUntitled(content: string, language = 'plaintext'): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ content, language });
  return window.showTextDocument(document, { preview: false });
}

/** Closes every tab and throws unsaved text away, without a question on the screen. */
export async function closeEditors(): Promise<void> {
  for (let left = 100; countTabs() > 0 && left > 0; left -= 1) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  if (countTabs() > 0) throw new Error('Some editors could not be closed.');
}

function countTabs(): number {
  return window.tabGroups.all.flatMap((group) => group.tabs).length;
}
