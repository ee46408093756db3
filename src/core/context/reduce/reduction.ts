import { formatInteger } from '../../format.ts';

export const REDUCTION_KINDS = ['log', 'json', 'table', 'generated', 'other'] as const;
/** What a text was taken for. */
export type ReductionKind = (typeof REDUCTION_KINDS)[number];

/** What a reduction can leave out: the word for one, the word for more. */
export const CUTS = {
  repeats: ['repeated line', 'repeated lines'],
  passed: ['line of passed tests', 'lines of passed tests'],
  progress: ['line of progress', 'lines of progress'],
  debug: ['debug line', 'debug lines'],
  frames: ['library frame', 'library frames'],
  sameFrames: ['frame shown before', 'frames shown before'],
  timestamps: ['timestamp', 'timestamps'],
  longLines: ['part of a long line', 'parts of long lines'],
  otherLines: ['other line', 'other lines'],
  elements: ['array element', 'array elements'],
  keys: ['object key', 'object keys'],
  strings: ['part of a long string', 'parts of long strings'],
  levels: ['container nested too deep', 'containers nested too deep'],
  rows: ['table row', 'table rows'],
  cells: ['part of a long cell', 'parts of long cells'],
  lines: ['line that need not be read', 'lines that need not be read'],
  truncated: ['token beyond the limit', 'tokens beyond the limit'],
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
  return `${formatInteger(count)} ${CUTS[cut][count === 1 ? 0 : 1]}`;
}
