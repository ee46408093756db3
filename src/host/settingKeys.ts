import { DEFAULT_MODEL_ID } from '../core/models/catalogue.ts';

/** Every setting with its default; package.json contributes the same ones. */
export const SETTINGS = {
  model: { key: 'tokenMeter.model', default: DEFAULT_MODEL_ID },
  copyFormat: { key: 'tokenMeter.copyFormat', default: 'markdown' },
  /** Off by default: it is the only thing that sends text from this machine. */
  providerCountEnabled: { key: 'tokenMeter.providerCount.enabled', default: false },
} as const;
