import { BREAK, createViewBuilder, type Span, type TextView } from './textView.ts';

/** Percent-encoding, escapes of JSON and of most languages, entities of HTML. */
const ESCAPE =
  /%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}|\\[nrt"'`/\\]|&(?:amp|quot|apos|lt|gt|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});/g;
/** How far around an escape the text is looked at again: what stands farther away was seen in plain. */
const REACH = 256;

/** The neighbourhoods of escapes with the escapes resolved, or `undefined` when there are none. */
export function createUnescapedView(view: TextView): TextView | undefined {
  const escapes = findEscapes(view.text);
  if (escapes.length === 0) return undefined;
  const builder = createViewBuilder(view);
  let at = 0;
  for (const { start, end } of escapes) {
    if (start - at > 2 * REACH) {
      if (at > 0) builder.copy(at, at + REACH); // What follows the escape before.
      builder.put(BREAK, start, end);
      at = start - REACH;
    }
    builder.copy(at, start);
    builder.put(resolveEscape(view.text.slice(start, end)), start, end);
    at = end;
  }
  builder.copy(at, Math.min(at + REACH, view.text.length));
  return builder.build();
}

function findEscapes(text: string): Span[] {
  const spans: Span[] = [];
  ESCAPE.lastIndex = 0;
  for (let match = ESCAPE.exec(text); match !== null; match = ESCAPE.exec(text)) {
    spans.push({ start: match.index, end: ESCAPE.lastIndex });
  }
  return spans;
}

function resolveEscape(written: string): string {
  switch (written[0]) {
    case '%':
      return fromCode(Number.parseInt(written.slice(1), 16));
    case '&':
      return resolveEntity(written.slice(1, -1));
    default:
      return resolveBackslash(written.slice(1));
  }
}

function resolveBackslash(rest: string): string {
  if (rest.length > 1) return fromCode(Number.parseInt(rest.replace(/[ux{}]/g, ''), 16));
  return { n: '\n', r: '\r', t: '\t' }[rest] ?? rest;
}

function resolveEntity(name: string): string {
  const known = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }[name];
  if (known !== undefined) return known;
  return fromCode(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

/** Nothing for NUL, which has a meaning of its own here, and a mark for what is no ASCII: no pattern asks for more. */
function fromCode(code: number): string {
  if (code === 0) return '';
  return code < 0x80 ? String.fromCharCode(code) : '\ufffd';
}
