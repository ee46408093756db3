import { parseMarkdown, renderMarkdown } from './renderMarkdown.ts';
import { parsePlain, renderPlain } from './renderPlain.ts';
import { parseXml, renderXml } from './renderXml.ts';
import type { ScopeDocument } from './scopeDocument.ts';

/** The forms in which a scope can be copied. */
export const SCOPE_FORMATS = ['markdown', 'xml', 'plain'] as const;
export type ScopeFormat = (typeof SCOPE_FORMATS)[number];

type Format = {
  render(documents: readonly ScopeDocument[]): string;
  /** `parse(render(documents))` equals `documents`. */
  parse(text: string): ScopeDocument[];
};

export const FORMATS = {
  markdown: { render: renderMarkdown, parse: parseMarkdown },
  xml: { render: renderXml, parse: parseXml },
  plain: { render: renderPlain, parse: parsePlain },
} satisfies Record<ScopeFormat, Format>;
