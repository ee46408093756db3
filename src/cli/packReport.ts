import type { Detail } from '../core/context/detail.ts';
import { FILE_NOTES, type FileNote, SKIP_REASONS, type SkipReason } from '../core/context/fileState.ts';
import { locateLine } from '../core/context/locateLine.ts';
import type { DocumentPlace, MeasuredScope, ReadScope } from '../core/context/measuredScope.ts';
import type { ScopeFormat } from '../core/context/render/formats.ts';
import type { ScopeRequest } from '../core/context/scopeRequest.ts';
import { formatInteger, formatName, formatPlural, formatShare } from '../core/format.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { NamedItem } from './namedItems.ts';

/** What a pack came to. Paths are relative to the root; a place without a path is in the task or a heading. */
export type PackReport = {
  /** What may leave: after the gates. `totalTokens` is the count of it. */
  text: string;
  format: ScopeFormat;
  encoding: EncodingName;
  totalTokens: number;
  /** Of the total, what stands before the first part that changes often. */
  stableTokens: number;
  /** All files below the root, whole and without headings. */
  baselineTokens: number;
  /** Below 0 where headings make it more than the baseline; absent where there is none. */
  savedPercent?: number;
  files: { path: string; detail: Detail; tokens: number; note?: FileNote }[];
  skipped: { path: string; reason: SkipReason }[];
  redacted: { path?: string; line?: number; kind: string }[];
  invisible: { path?: string; line?: number; names: readonly string[]; count: number }[];
  task?: string;
};

const MOST_LINES = 20;

/** `isNamed`: it was asked for by this very path, not found in a folder. */
export type SkippedPath = { path: string; reason: SkipReason; isNamed: boolean };

/** What could not be taken, each once: under the name it was asked for by, or under its path below the root. */
export function listSkipped({ items }: MeasuredScope, named: readonly NamedItem[]): SkippedPath[] {
  const skipped = new Map<string, SkippedPath>();
  for (const { id, files } of items) {
    const asked = named.find(({ item }) => item.id === id);
    const own = asked === undefined || asked.item.kind === 'text' ? undefined : asked.item.path;
    for (const { path, label, skip } of files) {
      if (skip === undefined) continue;
      const isNamed = path === own;
      const shown = isNamed && asked?.item.kind === 'glob' ? asked.name : label;
      const before = skipped.get(shown);
      skipped.set(shown, { path: shown, reason: skip, isNamed: isNamed || before?.isNamed === true });
    }
  }
  return [...skipped.values()];
}

export function reportPack(
  { format, encoding, task }: ScopeRequest,
  { measured, gated, places }: ReadScope,
  skipped: readonly SkippedPath[],
  baselineTokens: number,
): PackReport {
  const totalTokens = measured.total.tokens;
  const savedPercent = Math.round((1 - totalTokens / baselineTokens) * 1000) / 10;
  return {
    text: gated.text,
    format,
    encoding,
    totalTokens,
    stableTokens: measured.stableTokens,
    baselineTokens,
    ...(baselineTokens > 0 && { savedPercent }),
    files: listFiles(measured),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    redacted: gated.secrets.map(({ label, line }) => ({ ...placeOf(places, line), kind: label })),
    invisible: gated.invisible.map(({ names, count, line }) => ({ ...placeOf(places, line), names, count })),
    ...(task.goal.trim() !== '' && { task: task.goal }),
  };
}

/** The report in words, for the side of the text: what was left out and why, then the sums in one line. */
export function describePack(report: PackReport): string {
  const { files, skipped, redacted, invisible, totalTokens, baselineTokens } = report;
  const hidden = invisible.reduce((sum, { count }) => sum + count, 0);
  const sums = [
    formatPlural(files.length, 'file'),
    formatPlural(totalTokens, 'token'),
    ...(totalTokens < baselineTokens
      ? [`${formatShare(1 - totalTokens / baselineTokens)} less than all files`]
      : []),
    ...(skipped.length > 0 ? [`${formatInteger(skipped.length)} skipped`] : []),
    ...(redacted.length > 0 ? [`${formatInteger(redacted.length)} redacted`] : []),
    ...(hidden > 0 ? [`${formatPlural(hidden, 'invisible character')} left out`] : []),
  ];
  return [
    ...listSome(skipped.map(({ path, reason }) => `skipped ${formatName(path)}: ${SKIP_REASONS[reason]}`)),
    ...listSome(
      files.flatMap(({ path, note }) => (note ? [`${formatName(path)}: ${FILE_NOTES[note]}`] : [])),
    ),
    ...listSome(redacted.map((found) => `redacted in ${showPlace(found)}: ${found.kind}`)),
    ...listSome(
      invisible.map(
        (found) =>
          `left out of ${showPlace(found)}: ${formatInteger(found.count)} × ${found.names.join(', ')}`,
      ),
    ),
    sums.join(' · '),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** More lines than anybody reads say how many there are; `--json` lists them all. */
function listSome(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [
    ...lines.slice(0, MOST_LINES - 1),
    `… and ${formatInteger(lines.length - MOST_LINES + 1)} more of these`,
  ];
}

function listFiles({ items }: MeasuredScope): PackReport['files'] {
  return items
    .flatMap(({ files }) => files)
    .flatMap(({ label, count, detail, note }) =>
      count === undefined || detail === undefined
        ? []
        : [{ path: label, detail, tokens: count.tokens, ...(note !== undefined && { note }) }],
    );
}

function placeOf(places: readonly DocumentPlace[], textLine: number): { path?: string; line?: number } {
  const location = locateLine(places, textLine);
  if (location === undefined) return {};
  const { place, line } = location;
  return { path: place.label, ...(line !== undefined && { line }) };
}

function showPlace({ path, line }: { path?: string; line?: number }): string {
  if (path === undefined) return 'the task or a heading';
  return `${formatName(path)}${line === undefined ? '' : `:${line}`}`;
}
