import { DEFAULT_MODEL_ID } from '../core/models/catalogue.ts';

/** Every setting with its default; package.json contributes the same ones. */
export const SETTINGS = {
  model: { key: 'tokenMeter.model', default: DEFAULT_MODEL_ID },
} as const;
