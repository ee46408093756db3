/** A row of a table: where it stands in the text and its cells as written. */
export type Row = { start: number; end: number; cells: string[] };

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The rows of a CSV text, read as RFC 4180 has it: a quoted cell may hold the delimiter, line ends and doubled quotes. */
export function* readRows(text: string, delimiter: Delimiter): Generator<Row> {
  let start = 0;
  let cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = cellEnd(text, at, delimiter);
    cells.push(text.slice(at, end));
    at = end + 1;
    if (text[end] === delimiter) continue;
    const isBlank = cells.length === 1 && cells[0] === '';
    if (!isBlank) yield { start, end, cells };
    if (text[end] === '\r' && text[end + 1] === '\n') at++;
    start = at;
    cells = [];
  }
}

function cellEnd(text: string, start: number, delimiter: Delimiter): number {
  let at = start;
  if (text[start] === '"') at = quoteEnd(text, start);
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Behind the closing quote; a quote that is never closed is an ordinary character. */
function quoteEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return start + 1;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}
