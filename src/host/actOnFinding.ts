import { commands, l10n, Uri, window, workspace } from 'vscode';
import { addItems } from '../core/context/scope.ts';
import { fileItem } from '../core/context/scopeItem.ts';
import { resolveModel } from '../core/models/resolveModel.ts';
import type { Finding } from '../core/waste/finding.ts';
import { COMMANDS } from './commandIds.ts';
import { offeredModels, setChosenModel, userModels } from './config.ts';
import { beginScope } from './namedScopes.ts';
import { openAgentSettings } from './openAgentSettings.ts';
import { proposeInstructions } from './proposeInstructions.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { UsageStore } from './usageStore.ts';

export type ActionParts = { store: ScopeStore; usage: UsageStore };

/** Does what a finding proposes; false where that was not possible, or the user has thought better of it. */
export async function actOnFinding(finding: Finding, { store, usage }: ActionParts): Promise<boolean> {
  const { action, evidence } = finding;
  switch (action.kind) {
    case 'addToScope':
      return addToScope(store, action.path);
    case 'suggestScope':
      return run(COMMANDS.suggestScope);
    case 'split':
      return beginScope(store);
    case 'reduce':
      return run(COMMANDS.reduceClipboard);
    case 'writeInstructions':
      return proposeInstructions(evidence, action.proposal, (hashes) =>
        usage.ask({ ask: 'paragraphs', source: evidence.source, hashes }),
      );
    case 'changeModel':
      return changeModel(action.modelId);
    case 'openTerminal':
      return run('workbench.action.terminal.focus');
    // The page that was asked shows the tab.
    case 'openPlanner':
      return true;
    case 'openAgentSettings':
      return openAgentSettings(evidence.project);
    default:
      return action.kind satisfies never;
  }
}

async function run(command: string, ...args: unknown[]): Promise<boolean> {
  await commands.executeCommand(command, ...args);
  return true;
}

/** A path comes from a log, so that it only counts where it lies in the workspace. */
async function addToScope(store: ScopeStore, path: string | undefined): Promise<boolean> {
  const uri = path === undefined ? undefined : Uri.file(path);
  if (uri === undefined || workspace.getWorkspaceFolder(uri) === undefined) {
    void window.showInformationMessage(
      l10n.t('This file is not in the open workspace. Open its folder to add it to a scope.'),
    );
    return false;
  }
  const item = fileItem(uri.fsPath);
  await store.replace(addItems(store.scope, [item]));
  return run(COMMANDS.chooseDetail, { item, path: uri.fsPath, isPart: false });
}

/** A model that cannot be chosen is looked for in the list. */
async function changeModel(modelId = ''): Promise<boolean> {
  const { id, label } = resolveModel(modelId, userModels().models);
  if (!offeredModels().models.some((model) => model.id === id)) return run(COMMANDS.chooseModel);
  await setChosenModel(id);
  void window.showInformationMessage(
    l10n.t(
      'Token Meter now counts and prices for {0}. An agent has a setting of its own: in Claude Code type /model.',
      label,
    ),
  );
  return true;
}
