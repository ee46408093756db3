/** Every command this extension registers; package.json contributes the same ones. */
export const COMMANDS = {
  showMeter: 'tokenMeter.showMeter',
  chooseModel: 'tokenMeter.chooseModel',
  compareModels: 'tokenMeter.compareModels',
  showTokens: 'tokenMeter.showTokens',
  copyScope: 'tokenMeter.copyScope',
  reduceSelection: 'tokenMeter.reduceSelection',
  reduceClipboard: 'tokenMeter.reduceClipboard',
  addToScope: 'tokenMeter.addToScope',
  addSelectionToScope: 'tokenMeter.addSelectionToScope',
  addTabsToScope: 'tokenMeter.addTabsToScope',
  removeFromScope: 'tokenMeter.removeFromScope',
  clearScope: 'tokenMeter.clearScope',
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
