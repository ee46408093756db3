import { DEFAULT_MODEL_ID } from '../core/models/catalogue.ts';

/** Every setting with its default; package.json contributes the same ones. */
export const SETTINGS = {
  model: { key: 'tokenMeter.model', default: DEFAULT_MODEL_ID },
  /** Models of the user's own, and corrections of the catalogue's, by their ids. */
  models: { key: 'tokenMeter.models', default: {} },
  /** Vendors whose models come first among those of a tier. */
  vendors: { key: 'tokenMeter.vendors', default: [] },
  copyFormat: { key: 'tokenMeter.copyFormat', default: 'markdown' },
  /** Off by default: it is the only thing that sends text from this machine. */
  providerCountEnabled: { key: 'tokenMeter.providerCount.enabled', default: false },
  /** Folders laid out like a home folder whose logs are read beside the user's own. */
  usageRoots: { key: 'tokenMeter.usage.roots', default: [] },
  /** Off by default: what is a prompt among Markdown files only its writer knows. */
  promptLintEnabled: { key: 'tokenMeter.promptLint.enabled', default: false },
  budgets: { key: 'tokenMeter.budgets', default: [] },
  checklistBeforeCopy: { key: 'tokenMeter.checklist.beforeCopy', default: 'off' },
  /** 0 is no cap. */
  retryCap: { key: 'tokenMeter.retryCap', default: 3 },
  /** Off by default: logs are read only when somebody wants to see what they tell. */
  showTodayCost: { key: 'tokenMeter.statusBar.showTodayCost', default: false },
  usageRetentionDays: { key: 'tokenMeter.usage.retentionDays', default: 365 },
} as const;
