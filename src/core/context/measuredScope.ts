import type { TextCount } from '../tokens/tokenCount.ts';
import type { Detail } from './detail.ts';
import type { FileNote, SkipReason } from './fileState.ts';
import type { GatedText } from './gates/applyGates.ts';
import type { LineRange } from './scopeItem.ts';

/** A part of an item, mostly a file, as it was found when the scope was measured. */
export type MeasuredFile = {
  /** Absolute path; empty for what is no file. */
  path: string;
  /** Path as the model sees it. */
  label: string;
  /** Count of the text at the item's detail, in the measured encoding; absent when it was skipped or is in the scope already. */
  count?: TextCount;
  /** The detail it came to: where an outline cannot be made, it is another one than the item's. Absent as the count is. */
  detail?: Detail;
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
  /** How many of the total's tokens stand before the first part that changes often; a prompt cache can reuse them. */
  stableTokens: number;
  /** Tells that part from another one. */
  stableHash: string;
};

/**
 * Where a document stands in the rendered text: `textLine`, from 0, holds the first of its `lineCount` lines, which is line `firstLine` of
 * the file where the document is a part of the file as it is. `path` is absolute, empty for what is no file.
 */
export type DocumentPlace = {
  itemId: string;
  label: string;
  path: string;
  textLine: number;
  lineCount: number;
  firstLine?: number;
  lines?: LineRange;
};

/** A scope that was read to be sent. */
export type ReadScope = {
  measured: MeasuredScope;
  /** What may leave of it, and what was found. */
  gated: GatedText;
  /** As rendered, before the gates. */
  text: string;
  places: DocumentPlace[];
  /** Hashes, as `stableHash` is one, of what the stable part begins with, up to the end of each of its first documents. */
  startHashes: string[];
};
