import { DELIMITERS, type Delimiter, readRows } from './readRows.ts';

export type TableFormat = { name: 'Markdown table' | 'CSV' | 'TSV'; delimiter: Delimiter };

const SAMPLE_ROWS = 60;
const SAMPLE_UNITS = 100_000;
const FEWEST_ROWS = 4;
const MARKDOWN_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;
const SENTENCE = /[.!?] [A-Z]|^\s{2,}\S|[{}();]\s*$/;

/** The kind of table a text is, whole, or `undefined`. Nearly every row must have as many cells as the first. */
export function recogniseTable(text: string): TableFormat | undefined {
  const sample = text.slice(0, SAMPLE_UNITS);
  if (isMarkdownTable(sample)) return { name: 'Markdown table', delimiter: '|' };
  const best = DELIMITERS.filter((delimiter) => delimiter !== '|' || sample.startsWith('|') === false)
    .map((delimiter) => ({
      delimiter,
      columns: steadyColumns(sample, delimiter, text.length > SAMPLE_UNITS),
    }))
    .sort((a, b) => b.columns - a.columns)[0];
  if (best === undefined || best.columns < 2) return undefined;
  return { name: best.delimiter === '\t' ? 'TSV' : 'CSV', delimiter: best.delimiter };
}

function isMarkdownTable(sample: string): boolean {
  const lines = sample.split(/\r?\n/, SAMPLE_ROWS + 2).filter((line) => line.trim() !== '');
  if (lines.length < FEWEST_ROWS || !MARKDOWN_RULE.test((lines[1] ?? '').slice(0, 2_000))) return false;
  return lines.filter((line) => line.includes('|')).length >= lines.length * 0.9;
}

/** The number of cells that nearly all rows have, 0 where there is none. */
function steadyColumns(sample: string, delimiter: Delimiter, isCut: boolean): number {
  const rows: string[][] = [];
  for (const { cells } of readRows(sample, delimiter)) {
    rows.push(cells);
    if (rows.length > SAMPLE_ROWS) break;
  }
  if (isCut && rows.length <= SAMPLE_ROWS) rows.pop();
  const columns = rows[0]?.length ?? 0;
  const fewest = columns === 2 ? FEWEST_ROWS * 2 : FEWEST_ROWS;
  if (columns < 2 || rows.length < fewest || !isHeader(rows[0] ?? [])) return 0;
  const steady = rows.filter(({ length }) => length === columns).length;
  const prose = rows.filter((cells) =>
    cells.some((cell) => !cell.startsWith('"') && SENTENCE.test(cell)),
  ).length;
  return steady >= rows.length * 0.9 && prose * 4 < rows.length ? columns : 0;
}

/** Names of columns: distinct and short; only the first may be missing, as where rows have numbers. */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim());
  const isNamed = names.slice(1).every((name) => name !== '' && name.length <= 80);
  return isNamed && new Set(names).size === names.length;
}
