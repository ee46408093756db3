import { basename } from 'node:path';
import { FileType, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  activeScope,
  addScope,
  deleteScope,
  MAX_NAME_LENGTH,
  type NamedScope,
  renameScope,
  saveScopeAs,
  switchScope,
  UNNAMED,
} from '../core/context/scopeLibrary.ts';
import { formatPlural } from '../core/format.ts';
import { formatScopeFile, parseScopeFile, SCOPE_FILE_FOLDER } from '../node/scope/scopeFile.ts';
import type { ScopeExits } from './copyScope.ts';
import { describeFinds } from './gateReport.ts';
import { handOut } from './handOut.ts';
import { isThere } from './isThere.ts';
import { escapeIcons } from './plainText.ts';
import { workspaceRoots } from './scopeRequest.ts';
import type { ScopeStore } from './scopeStore.ts';
import { UserError } from './userError.ts';

/** Larger files are no scopes. */
const MAX_SCOPE_FILE_BYTES = 20 * 1024 * 1024;

/** How a scope is called in lists; the one without a name is where work starts. */
export function displayScopeName(name: string): string {
  return name === UNNAMED ? l10n.t('Unnamed') : escapeIcons(name);
}

/** Gives the scope a name; it then keeps itself up to date under it. */
export async function saveScope(store: ScopeStore): Promise<void> {
  const name = await askForName(l10n.t('Save the scope as'), store.library.active);
  if (name === undefined) return;
  const isTaken = store.library.active !== name && store.library.scopes.some((scope) => scope.name === name);
  if (isTaken && !(await confirm(l10n.t('Replace the scope “{0}”?', name), l10n.t('Replace')))) return;
  await store.update(saveScopeAs(store.library, name));
}

export async function switchToScope(store: ScopeStore): Promise<void> {
  const { active, scopes } = store.library;
  const newScope = `$(add) ${l10n.t('New Scope…')}`;
  const items: (QuickPickItem & { name?: string })[] = [
    ...scopes.map((scope) => ({ ...scopeItem(scope, scope.name === active), name: scope.name })),
    { label: newScope },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Switch to a scope') });
  if (picked === undefined) return;
  if (picked.label === newScope) await beginScope(store);
  else if (picked.name !== undefined) await store.update(switchScope(store.library, picked.name));
}

/** Begins an empty scope with a task of its own; false where no name was given. */
export async function beginScope(store: ScopeStore): Promise<boolean> {
  const name = await askForName(l10n.t('Name of the new scope'), '');
  if (name === undefined) return false;
  await store.update(switchScope(store.library, name));
  return true;
}

export async function renameActiveScope(store: ScopeStore): Promise<void> {
  const from = store.library.active;
  if (from === UNNAMED) return saveScope(store);
  const to = await askForName(l10n.t('Rename the scope'), from);
  if (to === undefined || to === from) return;
  if (store.library.scopes.some(({ name }) => name === to)) {
    throw new UserError(l10n.t('There is a scope “{0}” already. Choose another name.', to));
  }
  await store.update(renameScope(store.library, from, to));
}

export async function deleteNamedScope(store: ScopeStore): Promise<void> {
  const named = store.library.scopes.filter(({ name }) => name !== UNNAMED);
  if (named.length === 0) throw new UserError(l10n.t('No scope has been saved under a name yet.'));
  const picked = await window.showQuickPick(
    named.map((scope) => ({ ...scopeItem(scope, scope.name === store.library.active), name: scope.name })),
    { title: l10n.t('Delete a scope'), placeHolder: l10n.t('Undo Scope Change brings it back') },
  );
  if (picked !== undefined) await store.update(deleteScope(store.library, picked.name));
}

/** Writes the active scope to a file of the workspace; its notes and texts pass the gates, as all that leaves. */
export async function exportScope({
  store,
  meter,
  counter,
}: Pick<ScopeExits, 'store' | 'meter' | 'counter'>): Promise<void> {
  const folder = scopeFolder();
  const current = activeScope(store.library);
  const name = current.name === UNNAMED ? await askForName(l10n.t('Export the scope as'), '') : current.name;
  if (name === undefined) return;
  const uri = Uri.joinPath(folder, `${fileNameOf(name)}.json`);
  const question = l10n.t('Replace {0}?', workspace.asRelativePath(uri));
  if ((await isThere(uri)) && !(await confirm(question, l10n.t('Replace')))) return;
  const text = formatScopeFile({ ...current, name }, workspaceRoots());
  const handedOut = await handOut(text, { to: 'file', uri }, meter.model.tokenizer.encoding, counter);
  await window.showTextDocument(uri, { preview: true });
  const finds = describeFinds(handedOut);
  if (finds !== '') void window.showWarningMessage(finds);
}

/** Reads a scope from a file of the workspace; nothing changes when it is none. */
export async function importScope(store: ScopeStore): Promise<void> {
  const folder = scopeFolder();
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const names = entries
    .filter(([name, type]) => type === FileType.File && name.endsWith('.json'))
    .map(([name]) => name)
    .sort();
  if (names.length === 0) {
    throw new UserError(
      l10n.t('There are no scopes in {0}. Export one first, or put its file there.', SCOPE_FILE_FOLDER),
    );
  }
  const name = await window.showQuickPick(names, { title: l10n.t('Import a scope') });
  if (name === undefined) return;
  const uri = Uri.joinPath(folder, name);
  if ((await workspace.fs.stat(uri)).size > MAX_SCOPE_FILE_BYTES)
    throw new UserError(l10n.t('{0} is too large for a scope.', name));
  const text = Buffer.from(await workspace.fs.readFile(uri)).toString();
  const parsed = parseScopeFile(text, workspaceRoots());
  if ('problem' in parsed)
    throw new UserError(l10n.t('{0} cannot be imported: {1}.', basename(name), parsed.problem));
  await store.update(addScope(store.library, parsed.scope));
}

export async function undoScopeChange(store: ScopeStore): Promise<void> {
  if (!(await store.undo()))
    throw new UserError(l10n.t('There is no change of the scope to undo in this session.'));
}

function scopeFolder(): Uri {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder === undefined) throw new UserError(l10n.t('Open a folder first: scopes are kept in its files.'));
  return Uri.joinPath(folder.uri, SCOPE_FILE_FOLDER);
}

/** Names of files keep letters and digits of any script; the name itself stands inside. */
function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'scope';
}

function scopeItem({ name, scope, task }: NamedScope, isActive: boolean): QuickPickItem {
  return {
    label: `${isActive ? '$(check) ' : ''}${displayScopeName(name)}`,
    description: formatPlural(scope.length, 'item'),
    ...(task.goal !== '' && { detail: escapeIcons(task.goal.split('\n', 1)[0] ?? '') }),
  };
}

async function askForName(title: string, value: string): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    value,
    validateInput: (typed) => {
      if (typed.trim() === '') return l10n.t('A name has at least one character.');
      return typed.trim().length > MAX_NAME_LENGTH
        ? l10n.t('At most {0} characters.', MAX_NAME_LENGTH)
        : undefined;
    },
  });
  return name?.trim();
}

async function confirm(question: string, yes: string): Promise<boolean> {
  return (await window.showWarningMessage(question, { modal: true }, yes)) === yes;
}
