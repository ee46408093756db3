import { DETAILS } from '../detail.ts';
import { quotePath } from './quotePath.ts';
import type { ScopeDocument } from './scopeDocument.ts';

// A document's path, range, detail and last line end in one line of text, for the formats that have a heading.

const SUFFIXES =
  /^(?: \(lines (\d+)-(\d+)\))?(?: \((outline|excerpt|diff|reduced)\))?( \(no newline at end\))?$/;
const NO_NEWLINE_SUFFIX = ' (no newline at end)';
/** Anything else is quoted as JSON, so that no path can look like a suffix, a fence or a second heading. */
const PLAIN_PATH = /^[^\s"#=`*<>\\()\p{C}][^"`*<>\\()\p{C}\p{Zl}\p{Zp}]*(?<![\s=])$/u;

/** `src/a.ts (lines 3-4) (outline) (no newline at end)`. */
export function formatTitle({ path, lines, detail, text }: ScopeDocument): string {
  const shown = PLAIN_PATH.test(path) ? path : quotePath(path);
  const range = lines === undefined ? '' : ` (lines ${lines.startLine}-${lines.endLine})`;
  const part = detail === undefined ? '' : ` (${detail})`;
  return `${shown}${range}${part}${endsOpen(text) ? NO_NEWLINE_SUFFIX : ''}`;
}

/** The inverse: the document that had this title and whose text was written as `body`, ending in a line feed unless empty. */
export function parseTitle(title: string, body: string): ScopeDocument {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(title)?.[0];
  const rawPath = quoted ?? /^[^(]*?(?= \(|$)/.exec(title)?.[0] ?? '';
  const [, startLine, endLine, detail, open] = SUFFIXES.exec(title.slice(rawPath.length)) ?? [];
  return {
    path: quoted === undefined ? rawPath : (JSON.parse(quoted) as string),
    ...(startLine !== undefined && { lines: { startLine: Number(startLine), endLine: Number(endLine) } }),
    ...parseDetail(detail),
    text: open === undefined ? body : body.slice(0, -1),
  };
}

/** The detail that a rendered document carries in words; nothing for the full text. */
export function parseDetail(word: string | undefined): Pick<ScopeDocument, 'detail'> {
  const detail = DETAILS.find((known) => known === word);
  return detail === undefined || detail === 'full' ? {} : { detail };
}

/** Whether a line feed has to be added before anything can follow the text on a line of its own. */
export function endsOpen(text: string): boolean {
  return text !== '' && !text.endsWith('\n');
}
