import { commands, env, l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { addItems } from '../core/context/scope.ts';
import {
  type DiffTarget,
  gitDiffItem,
  globItem,
  problemsItem,
  type ScopeItem,
  symbolItem,
  type TextSource,
  textItem,
} from '../core/context/scopeItem.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { listSymbols, type SymbolRef, symbolAt } from './editorSymbols.ts';
import { borrowClipboard } from './handOut.ts';
import { escapeIcons } from './plainText.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

// What can be put into a scope beside files, folders and lines.

/** A clipboard of more characters is a file that nobody meant to paste. */
const MAX_TEXT_UNITS = 5_000_000;

export async function addGlob(store: ScopeStore): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const pattern = await window.showInputBox({
    title: l10n.t('Add files by a glob pattern'),
    placeHolder: 'src/**/*.{ts,tsx}',
    prompt: l10n.t('Relative to the workspace folder. What Git ignores stays out.'),
    validateInput: (value) =>
      value.trim().startsWith('..') ? l10n.t('The pattern must stay inside the folder.') : undefined,
  });
  if (pattern?.trim()) await add(store, globItem(folder, pattern.trim().replace(/^\.?\//, '')));
}

/** Adds the symbol under the cursor, or one that is chosen from those of the open file. */
export async function addSymbol(store: ScopeStore, worker: CountingWorker): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || workspace.getWorkspaceFolder(editor.document.uri) === undefined) {
    throw new UserError(
      l10n.t('Open a file of the workspace first, and put the cursor into a function or class.'),
    );
  }
  const symbols = await listSymbols(editor.document, worker);
  if (symbols.length === 0) {
    throw new UserError(
      l10n.t('No symbols are known for this file. Select the lines and use Add Selection to Scope.'),
    );
  }
  const near = symbolAt(symbols, editor.selection.active.line + 1);
  const ordered = near === undefined ? symbols : [near, ...symbols.filter((symbol) => symbol !== near)];
  const picked = await window.showQuickPick(
    ordered.map((symbol): QuickPickItem & { symbol: SymbolRef } => ({
      label: escapeIcons(symbol.name),
      description: [
        l10n.t('line {0}', symbol.lines.startLine),
        ...(symbol === near ? [l10n.t('under the cursor')] : []),
      ].join(' · '),
      symbol,
    })),
    { title: l10n.t('Add a symbol of this file'), matchOnDescription: true },
  );
  if (picked === undefined) return;
  const { name, lines } = picked.symbol;
  await add(store, symbolItem(editor.document.uri.fsPath, name, lines));
}

export async function addChanges(store: ScopeStore): Promise<void> {
  if (!workspace.isTrusted)
    throw new UserError(l10n.t('Git is run in trusted workspaces only. Trust this one first.'));
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const choices: (QuickPickItem & { to: DiffTarget['to'] })[] = [
    {
      label: l10n.t('Working tree'),
      description: l10n.t('all that is not committed, new files included'),
      to: 'workingTree',
    },
    { label: l10n.t('Staged'), description: l10n.t('what the next commit would hold'), to: 'staged' },
    { label: l10n.t('Against a branch…'), description: l10n.t('since this branch left it'), to: 'branch' },
  ];
  const picked = await window.showQuickPick(choices, { title: l10n.t('Add changes in Git') });
  if (picked === undefined) return;
  if (picked.to !== 'branch') return add(store, gitDiffItem(folder, { to: picked.to }));
  const branch = await window.showInputBox({
    title: l10n.t('Against which branch or commit?'),
    value: 'main',
  });
  if (branch?.trim()) await add(store, gitDiffItem(folder, { to: 'branch', branch: branch.trim() }));
}

export async function addProblems(store: ScopeStore): Promise<void> {
  const active = window.activeTextEditor?.document.uri;
  const isInside = active !== undefined && workspace.getWorkspaceFolder(active) !== undefined;
  const folders = (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
    label: name,
    description: l10n.t('all files'),
    uri,
  }));
  const choices: (QuickPickItem & { uri: Uri })[] = [
    ...(isInside
      ? [
          {
            label: l10n.t('The open file'),
            description: escapeIcons(workspace.asRelativePath(active)),
            uri: active,
          },
        ]
      : []),
    ...folders,
  ];
  const picked = await window.showQuickPick(choices, { title: l10n.t('Add the problems of …') });
  if (picked !== undefined) await add(store, problemsItem(picked.uri.fsPath));
}

export async function addTerminalSelection(store: ScopeStore): Promise<void> {
  const text = await borrowClipboard(() =>
    commands.executeCommand('workbench.action.terminal.copySelection'),
  );
  if (text === '') throw new UserError(l10n.t('Select some output in a terminal first.'));
  await addText(store, 'terminal', text);
}

export async function addClipboard(store: ScopeStore): Promise<void> {
  const text = await env.clipboard.readText();
  if (text.trim() === '') throw new UserError(l10n.t('There is no text on the clipboard. Copy some first.'));
  await addText(store, 'clipboard', text);
}

export async function addNote(store: ScopeStore): Promise<void> {
  const text = await window.showInputBox({
    title: l10n.t('Add a note'),
    placeHolder: l10n.t('What the model should know and no file says'),
  });
  if (text?.trim()) await addText(store, 'note', text.trim());
}

/** All kinds in one list, for whoever does not know their commands. */
export async function addMore(entries: readonly (QuickPickItem & { command: string })[]): Promise<void> {
  const picked = await window.showQuickPick(entries, { title: l10n.t('Add to the scope') });
  if (picked !== undefined) await commands.executeCommand(picked.command);
}

async function addText(store: ScopeStore, source: TextSource, text: string): Promise<void> {
  if (text.length > MAX_TEXT_UNITS) {
    throw new UserError(
      l10n.t(
        'The text is too large for a scope. Save it to a file in the workspace and add that, or reduce it first with Reduce Clipboard for Model.',
      ),
    );
  }
  await add(store, textItem(source, text));
}

function add(store: ScopeStore, item: ScopeItem): Promise<void> {
  return store.replace(addItems(store.scope, [item]));
}

/** The folder of the workspace, or the one that is chosen where there are several. */
async function chooseFolder(): Promise<string | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const [only, ...more] = folders;
  if (only === undefined) throw new UserError(l10n.t('Open a folder first.'));
  if (more.length === 0) return only.uri.fsPath;
  const picked = await window.showWorkspaceFolderPick();
  return picked?.uri.fsPath;
}
