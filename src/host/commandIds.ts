/** Every command this extension registers; package.json contributes the same ones. */
export const COMMANDS = {
  showMeter: 'tokenMeter.showMeter',
  chooseModel: 'tokenMeter.chooseModel',
  compareModels: 'tokenMeter.compareModels',
  showTokens: 'tokenMeter.showTokens',
  copyScope: 'tokenMeter.copyScope',
  copyReferences: 'tokenMeter.copyReferences',
  saveScopedContext: 'tokenMeter.saveScopedContext',
  previewScopedContext: 'tokenMeter.previewScopedContext',
  reduceSelection: 'tokenMeter.reduceSelection',
  reduceClipboard: 'tokenMeter.reduceClipboard',
  addToScope: 'tokenMeter.addToScope',
  addSelectionToScope: 'tokenMeter.addSelectionToScope',
  addTabsToScope: 'tokenMeter.addTabsToScope',
  addMoreToScope: 'tokenMeter.addMoreToScope',
  addGlobToScope: 'tokenMeter.addGlobToScope',
  addSymbolToScope: 'tokenMeter.addSymbolToScope',
  addChangesToScope: 'tokenMeter.addChangesToScope',
  addProblemsToScope: 'tokenMeter.addProblemsToScope',
  addTerminalSelectionToScope: 'tokenMeter.addTerminalSelectionToScope',
  addClipboardToScope: 'tokenMeter.addClipboardToScope',
  addNoteToScope: 'tokenMeter.addNoteToScope',
  editTask: 'tokenMeter.editTask',
  chooseDetail: 'tokenMeter.chooseDetail',
  keepFirst: 'tokenMeter.keepFirst',
  keepInPlace: 'tokenMeter.keepInPlace',
  removeFromScope: 'tokenMeter.removeFromScope',
  clearScope: 'tokenMeter.clearScope',
  undoScopeChange: 'tokenMeter.undoScopeChange',
  saveScope: 'tokenMeter.saveScope',
  switchScope: 'tokenMeter.switchScope',
  renameScope: 'tokenMeter.renameScope',
  deleteScope: 'tokenMeter.deleteScope',
  exportScope: 'tokenMeter.exportScope',
  importScope: 'tokenMeter.importScope',
  clearCopyHistory: 'tokenMeter.clearCopyHistory',
  openDashboard: 'tokenMeter.openDashboard',
  countFromDisk: 'tokenMeter.countFromDisk',
  countWithProvider: 'tokenMeter.countWithProvider',
  setApiKey: 'tokenMeter.setApiKey',
  showLog: 'tokenMeter.showLog',
} as const;

export const VIEWS = {
  scope: 'tokenMeter.scope',
  dashboard: 'tokenMeter.dashboard',
} as const;

/** Context keys that `when` clauses of the manifest ask for. */
export const CONTEXT_KEYS = {
  scopeHasItems: 'tokenMeter.scopeHasItems',
} as const;
