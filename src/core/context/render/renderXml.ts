import { takeUntilLine } from './fencedBlocks.ts';
import { isTaskPart, type PromptPart, type ScopeDocument } from './scopeDocument.ts';
import { endsOpen, parseDetail } from './titleLine.ts';

const OPEN = '<documents>\n';
const CLOSE = '</documents>\n';

/**
 * Renders a prompt as tags around the text as it is, with index and path: the form that Anthropic's guides recommend. The text is
 * not escaped, a model reads code better that way; where it has the closing tag in a line of its own, the tag gets a number.
 * `parseXml` gives the parts back.
 */
export function renderXml(parts: readonly PromptPart[]): string[] {
  let documents = 0;
  return parts.map((part, index) => {
    if (isTaskPart(part)) return renderElement('task', '', part.task);
    documents += 1;
    const [before, after] = [parts[index - 1], parts[index + 1]];
    const open = before === undefined || isTaskPart(before) ? OPEN : '';
    const close = after === undefined || isTaskPart(after) ? CLOSE : '';
    return `${open}${renderDocument(part, documents)}${close}`;
  });
}

/** The inverse of `renderXml`; throws on text that it cannot have produced. */
export function parseXml(xml: string): PromptPart[] {
  const parts: PromptPart[] = [];
  for (let text = xml; text !== ''; ) {
    const isDocument = text.startsWith(OPEN) || text.startsWith('<document');
    const head = HEAD.exec(text);
    if (head === null) throw new Error(`Not a rendered scope: ${JSON.stringify(text.slice(0, 40))}`);
    const [whole, tag = '', attributes = ''] = head;
    const { body, rest } = takeUntilLine(text.slice(whole.length), `</${tag}>`);
    const document = parseDocument(attributes, body);
    parts.push(isDocument ? document : { task: document.text });
    text = isDocument && rest.startsWith(CLOSE) ? rest.slice(CLOSE.length) : rest;
  }
  return parts;
}

/** How much stands before the text of a rendered document. */
export function xmlHeadLength(rendered: string): number {
  return HEAD.exec(rendered)?.[0].length ?? 0;
}

const HEAD = /^(?:<documents>\n)?<((?:document|task)(?:-\d+)?)((?: [a-z-]+="[^"\n]*")*)>\n/;

function renderDocument({ path, lines, detail, text }: ScopeDocument, index: number): string {
  const range = lines === undefined ? '' : ` lines="${lines.startLine}-${lines.endLine}"`;
  const part = detail === undefined ? '' : ` detail="${detail}"`;
  return renderElement('document', ` index="${index}" path="${escapeAttribute(path)}"${range}${part}`, text);
}

function renderElement(name: string, attributes: string, text: string): string {
  const tag = tagFor(name, text);
  const open = endsOpen(text);
  const end = open ? ' newline-at-end="no"' : '';
  return `<${tag}${attributes}${end}>\n${text}${open ? '\n' : ''}</${tag}>\n`;
}

function parseDocument(attributes: string, body: string): ScopeDocument {
  const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
  const range = /^(\d+)-(\d+)$/.exec(read('lines') ?? '');
  return {
    path: unescapeAttribute(read('path') ?? ''),
    ...(range && { lines: { startLine: Number(range[1]), endLine: Number(range[2]) } }),
    ...parseDetail(read('detail')),
    text: read('newline-at-end') === 'no' ? body.slice(0, -1) : body,
  };
}

/** The name itself, or with a number: the first one whose closing tag is not in the text. */
function tagFor(name: string, text: string): string {
  let tag = name;
  for (let number = 2; text.includes(`</${tag}>`); number += 1) tag = `${name}-${number}`;
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
