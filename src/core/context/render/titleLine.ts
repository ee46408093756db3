import type { ScopeDocument } from './scopeDocument.ts';

// A document's path, range and last line end in one line of text, for the formats that have a heading.

const LINES_SUFFIX = /^ \(lines (\d+)-(\d+)\)/;
const NO_NEWLINE_SUFFIX = ' (no newline at end)';
/** Anything else is quoted as JSON, so that no path can look like a suffix, a fence or a second heading. */
const PLAIN_PATH = /^[^\s"#=`*<>\\()\p{C}][^"`*<>\\()\p{C}\p{Zl}\p{Zp}]*(?<![\s=])$/u;

/** `src/a.ts (lines 3-4) (no newline at end)`. */
export function formatTitle({ path, lines, text }: ScopeDocument): string {
  const shown = PLAIN_PATH.test(path) ? path : quotePath(path);
  const range = lines === undefined ? '' : ` (lines ${lines.startLine}-${lines.endLine})`;
  return `${shown}${range}${endsOpen(text) ? NO_NEWLINE_SUFFIX : ''}`;
}

/** The inverse: the document that had this title and whose text was written as `body`, ending in a line feed unless empty. */
export function parseTitle(title: string, body: string): ScopeDocument {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(title)?.[0];
  const rawPath = quoted ?? /^[^(]*?(?= \(|$)/.exec(title)?.[0] ?? '';
  const suffix = title.slice(rawPath.length);
  const range = LINES_SUFFIX.exec(suffix);
  return {
    path: quoted === undefined ? rawPath : (JSON.parse(quoted) as string),
    ...(range && { lines: { startLine: Number(range[1]), endLine: Number(range[2]) } }),
    text: suffix.endsWith(NO_NEWLINE_SUFFIX) ? body.slice(0, -1) : body,
  };
}

/** Whether a line feed has to be added before anything can follow the text on a line of its own. */
export function endsOpen(text: string): boolean {
  return text !== '' && !text.endsWith('\n');
}

/** JSON with everything invisible escaped as well: line separators, right-to-left marks, lone surrogates. */
function quotePath(path: string): string {
  return JSON.stringify(path).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    [...Array(char.length).keys()]
      .map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
