import { takeUntilLine } from './fencedBlocks.ts';
import type { ScopeDocument } from './scopeDocument.ts';
import { endsOpen } from './titleLine.ts';

/**
 * Renders documents as tags around the text as it is, with index and path: the form that Anthropic's guides recommend. The text is
 * not escaped, a model reads code better that way; where it has the closing tag in a line of its own, the tag gets a number.
 * `parseXml` gives the documents back.
 */
export function renderXml(documents: readonly ScopeDocument[]): string {
  if (documents.length === 0) return '';
  return `<documents>\n${documents.map(renderDocument).join('')}</documents>\n`;
}

/** The inverse of `renderXml`; throws on text that it cannot have produced. */
export function parseXml(xml: string): ScopeDocument[] {
  if (xml === '') return [];
  const documents: ScopeDocument[] = [];
  let text = xml.replace(/^<documents>\n/, '');
  while (text !== '</documents>\n') {
    const head = /^<(document(?:-\d+)?) index="\d+"((?: [a-z-]+="[^"\n]*")*)>\n/.exec(text);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
    const [whole, tag = '', attributes = ''] = head;
    const { body, rest } = takeUntilLine(text.slice(whole.length), `</${tag}>`);
    documents.push(parseDocument(attributes, body));
    text = rest;
  }
  return documents;
}

function renderDocument({ path, lines, text }: ScopeDocument, index: number): string {
  const tag = tagFor(text);
  const range = lines === undefined ? '' : ` lines="${lines.startLine}-${lines.endLine}"`;
  const open = endsOpen(text);
  const end = open ? ' newline-at-end="no"' : '';
  const head = `<${tag} index="${index + 1}" path="${escapeAttribute(path)}"${range}${end}>`;
  return `${head}\n${text}${open ? '\n' : ''}</${tag}>\n`;
}

function parseDocument(attributes: string, body: string): ScopeDocument {
  const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  const range = /^(\d+)-(\d+)$/.exec(read('lines') ?? '');
  return {
    path: unescapeAttribute(read('path') ?? ''),
    ...(range && { lines: { startLine: Number(range[1]), endLine: Number(range[2]) } }),
    text: read('newline-at-end') === 'no' ? body.slice(0, -1) : body,
  };
}

/** `document`, or `document-2` and so on: the first one whose closing tag is not in the text. */
function tagFor(text: string): string {
  let tag = 'document';
  for (let number = 2; text.includes(`</${tag}>`); number += 1) tag = `document-${number}`;
  return tag;
}

/** Quotes, brackets and everything invisible as character references. */
function escapeAttribute(value: string): string {
  return value.replace(/["&<>]|[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    [...Array(char.length).keys()].map((index) => `&#${char.charCodeAt(index)};`).join(''),
  );
}

/** References are by UTF-16 unit, so that lone surrogates survive. */
function unescapeAttribute(value: string): string {
  return value.replace(/&#(\d+);/g, (_reference, unit: string) => String.fromCharCode(Number(unit)));
}
