import type { FileNote, SkipReason } from './fileState.ts';

/** A file as it was found when the scope was measured. */
export type MeasuredFile = {
  /** Absolute path. */
  path: string;
  /** Path as the model sees it. */
  label: string;
  /** Tokens of the file's text in the measured encoding; absent when it was skipped. */
  tokens?: number;
  skip?: SkipReason;
  note?: FileNote;
  /** Unchecked by the user: listed, not part of the text. */
  excluded?: true;
};

/** The files behind one scope item. `tokens` is their sum, without headings and fences. */
export type MeasuredItem = { id: string; tokens: number; files: MeasuredFile[] };

export type MeasuredScope = {
  items: MeasuredItem[];
  /** Documents in the rendered text. */
  documentCount: number;
  /** Tokens of the rendered text itself, headings and fences included: not the sum of the items. */
  totalTokens: number;
};
