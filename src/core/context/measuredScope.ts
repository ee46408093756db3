import type { TextCount } from '../tokens/tokenCount.ts';
import type { FileNote, SkipReason } from './fileState.ts';

/** A file as it was found when the scope was measured. */
export type MeasuredFile = {
  /** Absolute path. */
  path: string;
  /** Path as the model sees it. */
  label: string;
  /** Count of the file's text in the measured encoding; absent when it was skipped or is in the scope already. */
  count?: TextCount;
  skip?: SkipReason;
  note?: FileNote;
  /** Unchecked by the user: listed, not part of the text. */
  excluded?: true;
};

/** The files behind one scope item. `total` is their sum, without headings and fences. */
export type MeasuredItem = { id: string; total: TextCount; files: MeasuredFile[] };

export type MeasuredScope = {
  items: MeasuredItem[];
  /** Documents in the rendered text. */
  documentCount: number;
  /** Count of the rendered text itself, headings and fences included: not the sum of the items. */
  total: TextCount;
};
