import { parseMarkdown } from '../../../src/core/context/render/renderMarkdown.ts';
import { isTaskPart, type ScopeDocument } from '../../../src/core/context/render/scopeDocument.ts';

/** The documents of a copied text in Markdown. */
export function parseDocuments(text: string): ScopeDocument[] {
  return parseMarkdown(text).filter((part): part is ScopeDocument => !isTaskPart(part));
}
