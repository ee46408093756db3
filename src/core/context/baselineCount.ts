import type { TextCount } from '../tokens/tokenCount.ts';
import type { SkipReason } from './fileState.ts';

/** What all text files of the workspace come to, by the rules of the scope: without headings and fences. */
export type BaselineCount = {
  /** Files that are counted. */
  files: number;
  sizeBytes: number;
  count: TextCount;
  /** Files and folders that are not, by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  /** How many entries Git ignores; a folder is one, whatever is in it. */
  ignored: number;
};
