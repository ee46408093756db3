import { DEFAULT_MODEL_ID } from '../core/models/catalogue.ts';

/** Every setting with its default; package.json contributes the same ones. */
export const SETTINGS = {
  model: { key: 'tokenMeter.model', default: DEFAULT_MODEL_ID },
  copyFormat: { key: 'tokenMeter.copyFormat', default: 'markdown' },
  /** Off by default: it is the only thing that sends text from this machine. */
  providerCountEnabled: { key: 'tokenMeter.providerCount.enabled', default: false },
  /** Folders laid out like a home folder whose logs are read beside the user's own. */
  usageRoots: { key: 'tokenMeter.usage.roots', default: [] },
  usageRetentionDays: { key: 'tokenMeter.usage.retentionDays', default: 365 },
} as const;
