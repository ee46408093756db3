import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Action } from '../core/waste/finding.ts';
import { COMMANDS } from './commandIds.ts';

/** Does what a finding proposes. A path comes from a log, so that it only counts where it lies in the workspace; nothing is opened. */
export async function actOnFinding({ kind, path }: Action): Promise<void> {
  switch (kind) {
    case 'addToScope':
      return addToScope(path);
    case 'reduce':
      return void (await commands.executeCommand(COMMANDS.reduceClipboard));
    case 'changeModel':
      return void (await commands.executeCommand(COMMANDS.chooseModel));
    case 'openPlanner':
      return void (await commands.executeCommand(COMMANDS.suggestScope));
    case 'openSettings':
      return void (await commands.executeCommand(COMMANDS.openUsageSettings));
    case 'none':
      return;
    default:
      kind satisfies never;
  }
}

async function addToScope(path: string | undefined): Promise<void> {
  const uri = path === undefined ? undefined : Uri.file(path);
  if (uri === undefined || workspace.getWorkspaceFolder(uri) === undefined) {
    window.showInformationMessage(
      l10n.t('This file is not in the open workspace. Open its folder to add it to a scope.'),
    );
    return;
  }
  await commands.executeCommand(COMMANDS.addToScope, uri);
  await commands.executeCommand(COMMANDS.chooseDetail);
}
