import { stat } from 'node:fs/promises';
import {
  l10n,
  type Selection,
  TabInputNotebook,
  TabInputText,
  TabInputTextDiff,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { addLines } from '../core/context/addLines.ts';
import { addItems } from '../core/context/scope.ts';
import { fileItem, folderItem, type LineRange, type ScopeItem } from '../core/context/scopeItem.ts';
import { displayName } from './countTarget.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

/** Adds files and folders. What lies outside the workspace is refused by name, the rest is added all the same. */
export async function addUris(store: ScopeStore, uris: readonly Uri[]): Promise<void> {
  const inside = uris.filter(
    (uri) => uri.scheme === 'file' && workspace.getWorkspaceFolder(uri) !== undefined,
  );
  const items = await Promise.all(inside.map(itemOf));
  await store.replace(addItems(store.scope, items));
  const outside = uris.filter((uri) => !inside.includes(uri)).map(displayName);
  if (outside.length === 0) return;
  throw new UserError(
    l10n.t(
      'Only saved files inside the workspace can be added. Not added: {0}. Save it there, or add its folder to the workspace first.',
      outside.join(', '),
    ),
  );
}

/** What the explorer, a tab or the palette means: the chosen URIs, or else the active file. */
export function chosenUris(uri: unknown, uris: unknown): Uri[] {
  if (Array.isArray(uris) && uris.length > 0) return uris.filter((each) => each instanceof Uri);
  if (uri instanceof Uri) return [uri];
  const active = activeUri();
  if (active === undefined) throw new UserError(l10n.t('Open a file first, or choose one in the explorer.'));
  return [active];
}

/** Every file that is open in a tab, each once. Throws a `UserError` when there is none. */
export function tabUris(): Uri[] {
  const files = openUris();
  if (files.length === 0) throw new UserError(l10n.t('No file of the workspace is open in a tab.'));
  return files;
}

/** The files of the workspace that are open in tabs, each once. */
export function openUris(): Uri[] {
  const files = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => uriOfTab(input) ?? [])
    .filter((uri) => uri.scheme === 'file' && workspace.getWorkspaceFolder(uri) !== undefined);
  return [...new Map(files.map((uri) => [uri.toString(), uri])).values()];
}

/** Adds the selected lines of the editor. */
export async function addSelection(store: ScopeStore, editor: TextEditor | undefined): Promise<void> {
  const selections = editor === undefined ? [] : selectionsOf(editor);
  if (editor === undefined || selections.length === 0) {
    throw new UserError(l10n.t('Select some lines in the editor first.'));
  }
  const { uri } = editor.document;
  if (uri.scheme !== 'file' || workspace.getWorkspaceFolder(uri) === undefined) return addUris(store, [uri]);
  await store.replace(addLines(store.scope, uri.fsPath, selections.map(linesOf)));
}

/** What is selected, in the order of the text: VS Code gives it in the order in which it was selected. */
export function selectionsOf({ selections }: TextEditor): Selection[] {
  return selections
    .filter((selection) => !selection.isEmpty)
    .sort((first, second) => first.start.compareTo(second.start));
}

/** The lines a selection touches; one that ends before the first character of a line does not touch it. */
export function linesOf({ start, end }: Selection): LineRange {
  const endsBeforeLine = end.character === 0 && end.line > start.line;
  return { startLine: start.line + 1, endLine: endsBeforeLine ? end.line : end.line + 1 };
}

function activeUri(): Uri | undefined {
  return uriOfTab(window.tabGroups.activeTabGroup.activeTab?.input) ?? window.activeTextEditor?.document.uri;
}

function uriOfTab(input: unknown): Uri | undefined {
  if (input instanceof TabInputText || input instanceof TabInputNotebook) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}

async function itemOf(uri: Uri): Promise<ScopeItem> {
  const isFolder = await stat(uri.fsPath).then(
    (stats) => stats.isDirectory(),
    () => false, // It stays in the scope and says why it cannot be read.
  );
  return isFolder ? folderItem(uri.fsPath) : fileItem(uri.fsPath);
}
