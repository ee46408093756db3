import { errorMessage } from './errorLine.ts';
import { expandJsonLine } from './expandJsonLine.ts';
import { headedReference, lineReferences } from './lineReferences.ts';
import type { LogLine } from './logLine.ts';
import { shortenLine } from './shortenLine.ts';
import { splitPrefix } from './splitPrefix.ts';
import { stripControls } from './stripControls.ts';

/** A path and nothing else. */
const HEADER = /^(?:[A-Za-z]:)?[\w./\\@+~$[\]-]{1,300}\.[A-Za-z]\w{0,9}$/;
/** What stands below such a path: line, column, then words. */
const HEADED = /^\s+(\d{1,7}):(\d{1,6})\s+\S/;

/** The lines of a log one after the other. A line ends at LF, CR LF or CR, so that each state of a progress bar is a line. */
export function* readLogLines(text: string): Generator<LogLine> {
  for (const { lines } of readRawLines(text)) yield* lines;
}

/** A line as it was written, and what is read in it: a JSON line may hold several. */
export type RawLine = { raw: string; lines: readonly LogLine[] };

/** The same for a log that comes in parts: `header` is the path that stands above this one; returned is the path above the next. */
export function* readRawLines(text: string, header?: string): Generator<RawLine, string | undefined> {
  for (const raw of splitLines(text)) {
    const lines: LogLine[] = [];
    for (const line of readLine(raw)) {
      header = line.isHeader === true ? line.text : line.text.trim() === '' ? undefined : header;
      lines.push(header === undefined || line.isHeader === true ? line : underHeader(line, header));
    }
    yield { raw, lines };
  }
  return header;
}

function readLine(raw: string): LogLine[] {
  const { text, timestamp } = splitPrefix(stripControls(raw).trimEnd());
  const expanded = expandJsonLine(text);
  if (expanded === undefined) return [toLogLine(text, timestamp)];
  return expanded.map((part, index) => toLogLine(part, index === 0 ? timestamp : undefined));
}

function toLogLine(raw: string, timestamp: string | undefined): LogLine {
  const { text, references, wasShortened } = shortenLine(raw);
  const message = errorMessage(text.slice(0, 2_000));
  return {
    text,
    references,
    ...(timestamp !== undefined && { timestamp }),
    ...(message !== undefined && { message }),
    ...(message === undefined && isHeader(text) && { isHeader: true as const }),
    ...(wasShortened && { wasShortened: true as const }),
  };
}

/** Only a path that is read as the same path when a line number follows it. */
function isHeader(text: string): boolean {
  return HEADER.test(text) && lineReferences(`${text}:1`)[0]?.path === text;
}

function underHeader(line: LogLine, header: string): LogLine {
  const place = HEADED.exec(line.text.slice(0, 40));
  if (place === null) return line;
  const reference = headedReference(header, Number(place[1]), Number(place[2]));
  return { ...line, header, references: [reference, ...line.references] };
}

function* splitLines(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    yield text.slice(start, match.index);
    start = end.lastIndex;
  }
  if (start < text.length) yield text.slice(start);
}
