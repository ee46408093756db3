import { fenceFor, takeUntilLine } from './fencedBlocks.ts';
import type { ScopeDocument } from './scopeDocument.ts';
import { endsOpen, formatTitle, parseTitle } from './titleLine.ts';

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
  for (let text = markdown; text !== ''; ) {
    const head = /^\n?## ([^\n]*)\n\n(`{3,})[^`\n]*\n/.exec(text);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
    const [whole, title = '', fence = ''] = head;
    const { body, rest } = takeUntilLine(text.slice(whole.length), fence);
    documents.push(parseTitle(title, body));
    text = rest;
  }
  return documents;
}

function renderDocument(document: ScopeDocument): string {
  const { path, text } = document;
  const fence = fenceFor(text, '`');
  const end = endsOpen(text) ? '\n' : '';
  return `## ${formatTitle(document)}\n\n${fence}${fenceLanguage(path)}\n${text}${end}${fence}\n`;
}

/** The file name's extension as the fence's language, which every Markdown reader understands. */
function fenceLanguage(path: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
