import { formatInteger } from '../../format.ts';
import { translate } from '../../translate.ts';

export const REDUCTION_KINDS = ['log', 'json', 'table', 'generated', 'other'] as const;
/** What a text was taken for. */
export type ReductionKind = (typeof REDUCTION_KINDS)[number];

/** What a reduction can leave out: the message for one, the message for more. */
export const CUTS = {
  repeats: ['{0} repeated line', '{0} repeated lines'],
  passed: ['{0} line of passed tests', '{0} lines of passed tests'],
  progress: ['{0} line of progress', '{0} lines of progress'],
  debug: ['{0} debug line', '{0} debug lines'],
  frames: ['{0} library frame', '{0} library frames'],
  sameFrames: ['{0} frame shown before', '{0} frames shown before'],
  timestamps: ['{0} timestamp', '{0} timestamps'],
  longLines: ['{0} part of a long line', '{0} parts of long lines'],
  otherLines: ['{0} other line', '{0} other lines'],
  elements: ['{0} array element', '{0} array elements'],
  keys: ['{0} object key', '{0} object keys'],
  strings: ['{0} part of a long string', '{0} parts of long strings'],
  levels: ['{0} container nested too deep', '{0} containers nested too deep'],
  rows: ['{0} table row', '{0} table rows'],
  cells: ['{0} part of a long cell', '{0} parts of long cells'],
  lines: ['{0} line that need not be read', '{0} lines that need not be read'],
  truncated: ['{0} token beyond the limit', '{0} tokens beyond the limit'],
} as const;
export type Cut = keyof typeof CUTS;

/** How much of one thing was left out; `count` is never 0. */
export type ReductionNote = { cut: Cut; count: number };

export type Reduction = {
  kind: ReductionKind;
  /** The finer kind where there is one: `pytest`, `CSV`, `lock`. */
  format?: string;
  /** The reduced text, or the very text that came in when nothing could be gained. */
  text: string;
  notes: ReductionNote[];
};

export type ReduceOptions = {
  /** Takes the text for this instead of looking. */
  kind?: ReductionKind;
  /** Where the text comes from: lock files and the like are told by their names. */
  path?: string;
  /** Lines at the end of a log that are kept whatever they are; 10 unless told. */
  lastLines?: number;
  /** Size of a text, for the promise not to grow it: tokens where there is a counter, UTF-16 units unless told. */
  measure?: (text: string) => number;
};

/** Collects counts while a text is reduced. */
export type CutCounts = Map<Cut, number>;

export function addCut(counts: CutCounts, cut: Cut, count = 1): void {
  if (count > 0) counts.set(cut, (counts.get(cut) ?? 0) + count);
}

export function listNotes(counts: CutCounts): ReductionNote[] {
  return [...counts].map(([cut, count]) => ({ cut, count }));
}

/** `1 library frame`, `1,204 repeated lines`. */
export function formatNote({ cut, count }: ReductionNote): string {
  return translate(CUTS[cut][count === 1 ? 0 : 1], formatInteger(count));
}
