import type { LineRange } from '../scopeItem.ts';

/** One file, or some lines of it, as it goes into the copied text. */
export type ScopeDocument = {
  /** Path as shown to the model: relative to the workspace folder, with `/`. */
  path: string;
  lines?: LineRange;
  text: string;
};
