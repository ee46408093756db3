import { fenceFor, takeUntilLine } from './fencedBlocks.ts';
import type { ScopeDocument } from './scopeDocument.ts';
import { endsOpen, formatTitle, parseTitle } from './titleLine.ts';

/**
 * Renders documents as plain text: each between a line with its path and a line of `=`, longer than any run of `=` inside.
 * `parsePlain` gives the documents back.
 */
export function renderPlain(documents: readonly ScopeDocument[]): string {
  return documents.map(renderDocument).join('\n');
}

/** The inverse of `renderPlain`; throws on text that it cannot have produced. */
export function parsePlain(plain: string): ScopeDocument[] {
  const documents: ScopeDocument[] = [];
  for (let text = plain; text !== ''; ) {
    const head = /^\n?(={3,}) ([^\n]*) \1\n/.exec(text);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
    const [whole, rule = '', title = ''] = head;
    const { body, rest } = takeUntilLine(text.slice(whole.length), rule);
    documents.push(parseTitle(title, body));
    text = rest;
  }
  return documents;
}

function renderDocument(document: ScopeDocument): string {
  const rule = fenceFor(document.text, '=');
  return `${rule} ${formatTitle(document)} ${rule}\n${document.text}${endsOpen(document.text) ? '\n' : ''}${rule}\n`;
}
