import { commands, type Disposable, type SecretStorage, window } from 'vscode';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { addSelection, addUris, chosenUris, tabUris } from './addToScope.ts';
import { COMMANDS, VIEWS } from './commandIds.ts';
import { compareModels } from './compareModels.ts';
import { copyScope } from './copyScope.ts';
import { countFromDisk } from './countFromDisk.ts';
import { DisposableStore } from './disposableStore.ts';
import { type Log, runReported } from './log.ts';
import type { Meter } from './meter.ts';
import { askForKey, countWithProvider } from './providerCount.ts';
import { showMeterPick, showModelPick } from './quickPicks.ts';
import type { ReducedView } from './reducedView.ts';
import { reduceForModel } from './reduceForModel.ts';
import { readClipboard, readSelectedText } from './reducibleText.ts';
import { isScopeNode, type ScopeNode } from './scopeRow.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { ScopeTree } from './scopeTree.ts';
import type { TokenView } from './tokenView.ts';

type Parts = {
  store: ScopeStore;
  meter: Meter;
  tree: ScopeTree;
  tokenView: TokenView;
  reducedView: ReducedView;
  /** The worker that reads and counts files. */
  counter: CountingWorker;
  secrets: SecretStorage;
  log: Log;
};

/** Registers every command of the manifest. */
export function registerCommands({
  store,
  meter,
  tree,
  tokenView,
  reducedView,
  counter,
  secrets,
  log,
}: Parts): Disposable {
  const reduceParts = { meter, counter, reducedView, log };
  const handlers = {
    showMeter: () => showMeterPick(meter.liveState),
    chooseModel: () => showModelPick(),
    compareModels: () => compareModels(store, meter, counter),
    showTokens: () => tokenView.show(),
    copyScope: () => copyScope(store, meter, counter),
    reduceSelection: async () => reduceForModel(await readSelectedText(), reduceParts),
    reduceClipboard: async () => reduceForModel(await readClipboard(), reduceParts),
    addToScope: (uri, uris) => addUris(store, chosenUris(uri, uris)),
    addSelectionToScope: () => addSelection(store, window.activeTextEditor),
    addTabsToScope: () => addUris(store, tabUris()),
    removeFromScope: (node, nodes) => tree.remove(rowsOf(nodes ?? node ?? tree.selection)),
    clearScope: () => store.replace([]),
    openDashboard: () => commands.executeCommand(`${VIEWS.dashboard}.focus`),
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

/** The tree passes the clicked row, or all rows when several are selected. */
function rowsOf(rows: unknown): ScopeNode[] {
  const given: unknown[] = Array.isArray(rows) ? rows : [rows];
  return given.filter(isScopeNode);
}
