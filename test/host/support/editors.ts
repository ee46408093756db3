import { commands, type TextEditor, type Uri, window, workspace } from 'vscode';

export async function openFile(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
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
