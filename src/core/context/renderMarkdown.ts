import type { LineRange } from './scopeItem.ts';

/** One file, or some lines of it, as it goes into the copied text. */
export type ScopeDocument = {
  /** Path as shown to the model: relative to the workspace folder, with `/`. */
  path: string;
  lines?: LineRange;
  text: string;
};

const LINES_SUFFIX = /^ \(lines (\d+)-(\d+)\)/;
const NO_NEWLINE_SUFFIX = ' (no newline at end)';
/** Anything else is quoted as JSON, so that no path can look like a suffix, a fence or a second heading. */
const PLAIN_PATH = /^[^\s"#`*<>\\()\p{C}][^"`*<>\\()\p{C}\p{Zl}\p{Zp}]*(?<!\s)$/u;

/**
 * Renders documents as Markdown: a heading per document, the text in a fence longer than any inside.
 * `parseMarkdown` gives the documents back.
 */
export function renderMarkdown(documents: readonly ScopeDocument[]): string {
  return documents.map(renderDocument).join('\n');
}

/** The inverse of `renderMarkdown`; throws on text that it cannot have produced. */
export function parseMarkdown(markdown: string): ScopeDocument[] {
  const documents: ScopeDocument[] = [];
  let rest = markdown;
  while (rest !== '') {
    const head = /^## ([^\n]*)\n\n(`{3,})[^`\n]*\n/.exec(rest);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(rest.slice(0, 40))}`);
    const [whole, title = '', fence = ''] = head;
    const body = rest.slice(whole.length);
    const end = body.startsWith(`${fence}\n`) ? 0 : body.indexOf(`\n${fence}\n`) + 1;
    if (end === 0 && !body.startsWith(`${fence}\n`)) throw new Error('Not a rendered scope: open fence');
    documents.push(parseDocument(title, body.slice(0, end)));
    rest = body.slice(end + fence.length + 1).replace(/^\n/, '');
  }
  return documents;
}

function renderDocument({ path, lines, text }: ScopeDocument): string {
  const open = text !== '' && !text.endsWith('\n');
  const range = lines === undefined ? '' : ` (lines ${lines.startLine}-${lines.endLine})`;
  const title = `${PLAIN_PATH.test(path) ? path : quotePath(path)}${range}${open ? NO_NEWLINE_SUFFIX : ''}`;
  const fence = fenceFor(text);
  return `## ${title}\n\n${fence}${fenceLanguage(path)}\n${text}${open ? '\n' : ''}${fence}\n`;
}

function parseDocument(title: string, body: string): ScopeDocument {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(title)?.[0];
  const rawPath = quoted ?? /^[^(]*?(?= \(|$)/.exec(title)?.[0] ?? '';
  const suffix = title.slice(rawPath.length);
  const range = LINES_SUFFIX.exec(suffix);
  const open = suffix.endsWith(NO_NEWLINE_SUFFIX);
  return {
    path: quoted === undefined ? rawPath : (JSON.parse(quoted) as string),
    ...(range && { lines: { startLine: Number(range[1]), endLine: Number(range[2]) } }),
    text: open ? body.slice(0, -1) : body,
  };
}

/** JSON with everything invisible escaped as well: line separators, right-to-left marks, lone surrogates. */
function quotePath(path: string): string {
  return JSON.stringify(path).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    [...Array(char.length).keys()]
      .map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A fence longer than the longest run of backticks in `text`, at least three. */
function fenceFor(text: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}

/** The file name's extension as the fence's language, which every Markdown reader understands. */
function fenceLanguage(path: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
