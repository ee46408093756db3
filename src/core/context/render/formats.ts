import { parseMarkdown, renderMarkdown } from './renderMarkdown.ts';
import { parsePlain, renderPlain } from './renderPlain.ts';
import { parseXml, renderXml } from './renderXml.ts';
import type { PromptPart } from './scopeDocument.ts';

/** The forms in which a scope can be copied. */
export const SCOPE_FORMATS = ['markdown', 'xml', 'plain'] as const;
export type ScopeFormat = (typeof SCOPE_FORMATS)[number];

type Format = {
  /** One string for each part; together they are the text. */
  render(parts: readonly PromptPart[]): string[];
  /** `parse(render(parts).join(''))` equals `parts`. */
  parse(text: string): PromptPart[];
};

export const FORMATS = {
  markdown: { render: renderMarkdown, parse: parseMarkdown },
  xml: { render: renderXml, parse: parseXml },
  plain: { render: renderPlain, parse: parsePlain },
} satisfies Record<ScopeFormat, Format>;

/** The whole text of a prompt. */
export function renderText(format: ScopeFormat, parts: readonly PromptPart[]): string {
  return FORMATS[format].render(parts).join('');
}
