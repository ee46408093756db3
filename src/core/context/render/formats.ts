import { markdownHeadLength, parseMarkdown, renderMarkdown } from './renderMarkdown.ts';
import { parsePlain, plainHeadLength, renderPlain } from './renderPlain.ts';
import { parseXml, renderXml, xmlHeadLength } from './renderXml.ts';
import type { PromptPart } from './scopeDocument.ts';

/** The forms in which a scope can be copied. */
export const SCOPE_FORMATS = ['markdown', 'xml', 'plain'] as const;
export type ScopeFormat = (typeof SCOPE_FORMATS)[number];

type Format = {
  /** One string for each part; together they are the text. */
  render(parts: readonly PromptPart[]): string[];
  /** `parse(render(parts).join(''))` equals `parts`. */
  parse(text: string): PromptPart[];
  /** How much stands before the text of a rendered document, in UTF-16 units. */
  headLength(rendered: string): number;
};

export const FORMATS = {
  markdown: { render: renderMarkdown, parse: parseMarkdown, headLength: markdownHeadLength },
  xml: { render: renderXml, parse: parseXml, headLength: xmlHeadLength },
  plain: { render: renderPlain, parse: parsePlain, headLength: plainHeadLength },
} satisfies Record<ScopeFormat, Format>;

/** The whole text of a prompt. */
export function renderText(format: ScopeFormat, parts: readonly PromptPart[]): string {
  return FORMATS[format].render(parts).join('');
}
