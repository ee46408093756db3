import { commands, type Disposable, l10n, type QuickPickItem, type SecretStorage, window } from 'vscode';
import type { ScopeItem } from '../core/context/scopeItem.ts';
import {
  addChanges,
  addClipboard,
  addGlob,
  addMore,
  addNote,
  addProblems,
  addSymbol,
  addTerminalSelection,
} from './addMore.ts';
import { addSelection, addUris, chosenUris, tabUris } from './addToScope.ts';
import { COMMANDS } from './commandIds.ts';
import { compareModels } from './compareModels.ts';
import { copyReferences } from './copyReferences.ts';
import { copyScope, type ScopeExits } from './copyScope.ts';
import { countFromDisk } from './countFromDisk.ts';
import type { DashboardView } from './dashboardView.ts';
import { DisposableStore } from './disposableStore.ts';
import { editTask } from './editTask.ts';
import { chooseDetail, keepFirst } from './itemDetail.ts';
import { runReported } from './log.ts';
import { makeSelectionConcise } from './makeConcise.ts';
import {
  deleteNamedScope,
  exportScope,
  importScope,
  renameActiveScope,
  saveScope,
  switchToScope,
  undoScopeChange,
} from './namedScopes.ts';
import { createInstructionFile } from './newInstructionFile.ts';
import type { PreviewView } from './previewView.ts';
import { askForKey, countWithProvider } from './providerCount.ts';
import { showMeterPick, showModelPick } from './quickPicks.ts';
import type { ReducedView } from './reducedView.ts';
import { reduceForModel } from './reduceForModel.ts';
import { readClipboard, readSelectedText } from './reducibleText.ts';
import { reviewMonth } from './reviewMonth.ts';
import { runChecklist } from './runChecklist.ts';
import { previewScopedContext, saveScopedContext } from './scopeExits.ts';
import { isScopeNode, type ScopeNode } from './scopeRow.ts';
import type { ScopeTree } from './scopeTree.ts';
import { SETTINGS } from './settingKeys.ts';
import type { SuggestionStore } from './suggestionStore.ts';
import { acceptSuggestions, askForBudget, suggestForTask, takeSuggestion } from './suggestScope.ts';
import type { TokenView } from './tokenView.ts';
import { deleteUsage, exportUsage, openUsageSettings, rebuildUsage } from './usageCommands.ts';
import type { UsageStore } from './usageStore.ts';
import type { VariantStore } from './variantStore.ts';

type Parts = {
  exits: ScopeExits;
  tree: ScopeTree;
  suggestions: SuggestionStore;
  usage: UsageStore;
  variants: VariantStore;
  dashboard: DashboardView;
  tokenView: TokenView;
  reducedView: ReducedView;
  previewView: PreviewView;
  secrets: SecretStorage;
};

/** Registers every command of the manifest. */
export function registerCommands({
  exits,
  tree,
  suggestions,
  usage,
  variants,
  dashboard,
  tokenView,
  reducedView,
  previewView,
  secrets,
}: Parts): Disposable {
  const { store, meter, counter, log } = exits;
  const reduceParts = { meter, counter, reducedView, log };
  const itemsOf = (node: unknown, nodes: unknown): ScopeItem[] =>
    rowsOf(nodes ?? node ?? tree.selection).flatMap(({ item, isPart }) => (isPart ? [] : [item]));
  const handlers = {
    showMeter: () => showMeterPick(meter.liveState, exits.advice.current),
    chooseModel: () => showModelPick(),
    compareModels: () => compareModels(store, meter, counter),
    showTokens: () => tokenView.show(),
    copyScope: () => copyScope(exits),
    copyReferences: () => copyReferences(exits),
    saveScopedContext: () => saveScopedContext(exits),
    previewScopedContext: () => previewScopedContext(exits, previewView),
    reduceSelection: async () => reduceForModel(await readSelectedText(), reduceParts),
    reduceClipboard: async () => reduceForModel(await readClipboard(), reduceParts),
    makeConcise: () => makeSelectionConcise(reduceParts),
    newInstructionFile: (name) => createInstructionFile(name),
    addToScope: (uri, uris) => addUris(store, chosenUris(uri, uris)),
    addSelectionToScope: () => addSelection(store, window.activeTextEditor),
    addTabsToScope: () => addUris(store, tabUris()),
    addMoreToScope: () => addMore(listAddEntries()),
    addGlobToScope: () => addGlob(store),
    addSymbolToScope: () => addSymbol(store, counter),
    addChangesToScope: () => addChanges(store),
    addProblemsToScope: () => addProblems(store),
    addTerminalSelectionToScope: () => addTerminalSelection(store),
    addClipboardToScope: () => addClipboard(store),
    addNoteToScope: () => addNote(store),
    editTask: () => editTask(store),
    runChecklist: () => runChecklist(exits.checklist),
    monthlyReview: () => reviewMonth(usage, exits.budgets, exits.checklist),
    keepVariantA: () => variants.keep('A'),
    keepVariantB: () => variants.keep('B'),
    clearVariants: () => variants.clear(),
    setBudgets: () => commands.executeCommand('workbench.action.openSettings', SETTINGS.budgets.key),
    resetChecklist: () => exits.checklist.reset('execution'),
    chooseDetail: (node) => chooseDetail(store, meter, counter, itemsOf(node, undefined)[0]),
    keepFirst: (node, nodes) => keepFirst(store, itemsOf(node, nodes), true),
    keepInPlace: (node, nodes) => keepFirst(store, itemsOf(node, nodes), false),
    removeFromScope: (node, nodes) => tree.remove(rowsOf(nodes ?? node ?? tree.selection)),
    clearScope: () => store.replace([]),
    undoScopeChange: () => undoScopeChange(store),
    saveScope: () => saveScope(store),
    switchScope: () => switchToScope(store),
    renameScope: () => renameActiveScope(store),
    deleteScope: () => deleteNamedScope(store),
    exportScope: () => exportScope(exits),
    importScope: () => importScope(store),
    clearCopyHistory: () => exits.history.clear(),
    cancelCounting: () => exits.baselines.cancel(),
    suggestScope: () => suggestForTask(store, suggestions),
    acceptSuggestions: () => acceptSuggestions(suggestions),
    takeSuggestion: (node) => takeSuggestion(suggestions, node),
    dismissSuggestions: () => suggestions.dismiss(),
    setTokenBudget: () => askForBudget(suggestions),
    exportUsage: () => exportUsage(usage),
    rebuildUsage: () => rebuildUsage(usage),
    deleteUsage: () => deleteUsage(usage),
    openUsageSettings,
    openDashboard: (tab) => dashboard.open(tab),
    openDashboardInEditor: () => dashboard.openPanel(),
    countFromDisk: () => countFromDisk(meter, counter),
    countWithProvider: () => countWithProvider(meter, counter, secrets),
    setApiKey: () => askForKey(secrets),
    showLog: () => log.show(),
  } satisfies Record<keyof typeof COMMANDS, (...args: unknown[]) => unknown>;

  const ds = new DisposableStore();
  for (const [name, handler] of Object.entries(handlers)) {
    const id = COMMANDS[name as keyof typeof COMMANDS];
    ds.add(
      commands.registerCommand(id, (...args: unknown[]) => runReported(log, () => handler(args[0], args[1]))),
    );
  }
  return ds;
}

/** All that can be put into a scope, for the one command that asks what. */
function listAddEntries(): (QuickPickItem & { command: string })[] {
  return [
    { label: `$(file) ${l10n.t('Open File')}`, command: COMMANDS.addToScope },
    { label: `$(list-flat) ${l10n.t('All Open Tabs')}`, command: COMMANDS.addTabsToScope },
    { label: `$(selection) ${l10n.t('Selected Lines')}`, command: COMMANDS.addSelectionToScope },
    { label: `$(symbol-method) ${l10n.t('Symbol…')}`, command: COMMANDS.addSymbolToScope },
    { label: `$(search) ${l10n.t('Files by Glob Pattern…')}`, command: COMMANDS.addGlobToScope },
    { label: `$(git-compare) ${l10n.t('Changes in Git…')}`, command: COMMANDS.addChangesToScope },
    { label: `$(warning) ${l10n.t('Problems…')}`, command: COMMANDS.addProblemsToScope },
    { label: `$(terminal) ${l10n.t('Terminal Selection')}`, command: COMMANDS.addTerminalSelectionToScope },
    { label: `$(clippy) ${l10n.t('Text from the Clipboard')}`, command: COMMANDS.addClipboardToScope },
    { label: `$(note) ${l10n.t('Note…')}`, command: COMMANDS.addNoteToScope },
  ];
}

/** The tree passes the clicked row, or all rows when several are selected. */
function rowsOf(rows: unknown): ScopeNode[] {
  const given: unknown[] = Array.isArray(rows) ? rows : [rows];
  return given.filter(isScopeNode);
}
