import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  TabInputNotebook,
  TabInputText,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { MAX_FILE_BYTES } from '../node/files/readTextFile.ts';

/** What the status bar counts: one document, all cells of a notebook, or a file that VS Code keeps to itself. */
export type CountTarget =
  | { kind: 'text'; name: string; documents: readonly TextDocument[]; editor: TextEditor | undefined }
  | LargeFile;

export type LargeFile = {
  kind: 'tooLarge';
  name: string;
  uri: Uri;
  sizeBytes: number;
  modifiedMs: number;
};

/** Panels that are editors inside, but nothing that would be sent to a model. */
const IGNORED_SCHEMES = new Set(['output', 'comment', 'debug']);

/** The target in the active tab. `previous` stays while the focus is in an ignored panel and its editor is visible. */
export async function findCountTarget(previous?: CountTarget): Promise<CountTarget | undefined> {
  const notebook = findNotebookTarget();
  if (notebook !== undefined) return notebook;
  const editor = window.activeTextEditor;
  if (editor !== undefined && !isPanel(editor.document)) return targetOfEditor(editor);
  if (editor !== undefined && isVisible(previous)) return previous;
  return findLargeFile();
}

export function targetOfEditor(editor: TextEditor): CountTarget {
  const { document } = editor;
  return { kind: 'text', name: displayName(document.uri), documents: [document], editor };
}

/** Whether a document is shown in a panel, such as the output, rather than in a tab. */
export function isPanel({ uri }: TextDocument): boolean {
  return IGNORED_SCHEMES.has(uri.scheme);
}

/** The path inside the workspace, the name of a workspace folder itself, or the bare name of what lies outside. */
export function displayName(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return basename(uri.path);
  return folder.uri.path === uri.path ? folder.name : workspace.asRelativePath(uri);
}

function findNotebookTarget(): CountTarget | undefined {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const notebook = window.activeNotebookEditor?.notebook;
  if (notebook === undefined || !(tab?.input instanceof TabInputNotebook)) return undefined;
  const documents = notebook.getCells().map((cell) => cell.document);
  const editor = window.activeTextEditor;
  const isCell = editor !== undefined && documents.includes(editor.document);
  return { kind: 'text', name: displayName(notebook.uri), documents, editor: isCell ? editor : undefined };
}

function isVisible(target: CountTarget | undefined): boolean {
  if (target?.kind !== 'text' || target.editor === undefined) return false;
  return window.visibleTextEditors.includes(target.editor);
}

/** VS Code opens larger files without telling extensions: only the tab and the disk know of them. */
async function findLargeFile(): Promise<CountTarget | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText) || input.uri.scheme !== 'file') return undefined;
  const { uri } = input;
  const stats = await stat(uri.fsPath).catch(() => undefined);
  if (stats === undefined || stats.size <= MAX_FILE_BYTES) return undefined;
  const { size: sizeBytes, mtimeMs: modifiedMs } = stats;
  return { kind: 'tooLarge', name: displayName(uri), uri, sizeBytes, modifiedMs };
}
