import { readToken, skipBlanks } from './jsonTokens.ts';

/**
 * The fields of a JSON object as raw text, in order; of a repeated key the last one. `undefined` when the text is anything else.
 * Values are skipped by counting brackets, so depth costs nothing.
 */
export function readFields(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let at = skipBlanks(text, 0);
  if (text.charAt(at) !== '{') return undefined;
  at = skipBlanks(text, at + 1);
  if (text.charAt(at) === '}') return fields;
  for (;;) {
    const key = readToken(text, at);
    if (key?.type !== 'string') return undefined;
    const colon = skipBlanks(text, key.end);
    if (text.charAt(colon) !== ':') return undefined;
    const start = skipBlanks(text, colon + 1);
    const end = skipValue(text, start);
    if (end === undefined) return undefined;
    fields.set(text.slice(at + 1, key.end - 1), text.slice(start, end));
    const next = skipBlanks(text, end);
    if (text.charAt(next) === '}') return skipBlanks(text, next + 1) === text.length ? fields : undefined;
    if (text.charAt(next) !== ',') return undefined;
    at = skipBlanks(text, next + 1);
  }
}

function skipValue(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; ; ) {
    const token = readToken(text, at);
    if (token === undefined) return undefined;
    if (token.type === '{' || token.type === '[') depth++;
    else if (token.type === '}' || token.type === ']') depth--;
    if (depth < 0) return undefined;
    if (depth === 0) return token.type === ',' || token.type === ':' ? undefined : token.end;
    at = skipBlanks(text, token.end);
  }
}
