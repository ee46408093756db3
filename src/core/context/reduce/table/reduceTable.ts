import { formatInteger, formatPlural } from '../../../format.ts';
import { addCut, type CutCounts, listNotes, type Reduction } from '../reduction.ts';
import { type Row, readRows } from './readRows.ts';
import type { TableFormat } from './recogniseTable.ts';

/** Rows shown from the start, besides the header. */
const FIRST_ROWS = 3;
/** Rows shown because no earlier row has their shape. */
const MOST_SHAPES = 12;
const LONGEST_CELL = 100;
const CELL_HEAD = 60;

/** A table as its header, the first rows, one row per further shape, the last row, and the number of rows. */
export function reduceTable(text: string, { name, delimiter }: TableFormat): Reduction {
  const cuts: CutCounts = new Map();
  const shapes = new Set<string>();
  const kept: { index: number; row: Row }[] = [];
  let last: Row | undefined;
  let count = 0;
  for (const row of readRows(text, delimiter)) {
    const shape = shapeOfRow(row.cells);
    const isNew = shapes.size < MOST_SHAPES && !shapes.has(shape);
    const headRows = name === 'Markdown table' ? 2 : 1;
    if (count < headRows + FIRST_ROWS || isNew) kept.push({ index: count, row });
    if (count >= headRows) shapes.add(shape);
    last = row;
    count++;
  }
  if (last !== undefined && kept.at(-1)?.index !== count - 1) kept.push({ index: count - 1, row: last });
  addCut(cuts, 'rows', count - kept.length);
  const columns = kept[0]?.row.cells.length ?? 0;
  const body = printRows(kept, delimiter, cuts);
  const head = `[${name}, ${formatPlural(count, 'row')} with the header, ${formatPlural(columns, 'column')}]`;
  return { kind: 'table', format: name, text: `${head}\n${body}\n`, notes: listNotes(cuts) };
}

function printRows(kept: readonly { index: number; row: Row }[], delimiter: string, cuts: CutCounts): string {
  const lines: string[] = [];
  let next = 0;
  for (const { index, row } of kept) {
    if (index > next) lines.push(`… ${formatPlural(index - next, 'row')} left out …`);
    lines.push(row.cells.map((cell) => printCell(cell, cuts)).join(delimiter));
    next = index + 1;
  }
  return lines.join('\n');
}

function printCell(cell: string, cuts: CutCounts): string {
  // Blanks that line up columns and rules that draw lines say nothing.
  const short = cell.replace(/ {3,}/g, ' ').replace(/-{4,}/g, '---');
  if (short.length <= LONGEST_CELL) return short;
  addCut(cuts, 'cells');
  const unit = short.charCodeAt(CELL_HEAD - 1);
  const head = short.slice(0, unit >= 0xd800 && unit < 0xdc00 ? CELL_HEAD - 1 : CELL_HEAD);
  const text = `${head}… (${formatInteger(short.length)} characters)`;
  return cell.startsWith('"') ? `${text}"` : text;
}

/** The number of cells and the type of each: empty, number, truth value, date, text. */
function shapeOfRow(cells: readonly string[]): string {
  return cells.map(shapeOfCell).join('');
}

function shapeOfCell(cell: string): string {
  const plain = cell.slice(0, 40).replaceAll('"', '').trim();
  if (plain === '') return 'e';
  if (/^[-+]?[\d.,' ]+%?$/.test(plain) || /^[-+]?\d[\d.]*[eE][-+]?\d+$/.test(plain)) return 'n';
  if (/^(?:true|false|yes|no)$/i.test(plain)) return 'b';
  return /^\d{4}-\d\d-\d\d|^\d\d[./]\d\d[./]\d{4}/.test(plain) ? 'd' : 't';
}
