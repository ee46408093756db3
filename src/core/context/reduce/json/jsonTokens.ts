/** A token of JSON: what it is and where it ends. Texts of numbers are never touched. */
export type JsonToken = {
  type: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'word';
  end: number;
};

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const PUNCTUATION = new Set<JsonToken['type']>(['{', '}', '[', ']', ':', ',']);

export function skipBlanks(text: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.test(text);
  return BLANK.lastIndex;
}

/** The token that starts at `at`, or `undefined` where none can. */
export function readToken(text: string, at: number): JsonToken | undefined {
  const char = text.charAt(at);
  if (PUNCTUATION.has(char as JsonToken['type'])) return { type: char as JsonToken['type'], end: at + 1 };
  if (char === '"') {
    const end = stringEnd(text, at);
    return end === undefined ? undefined : { type: 'string', end };
  }
  const isNumber = char === '-' || (char >= '0' && char <= '9');
  const pattern = isNumber ? NUMBER : WORD;
  pattern.lastIndex = at;
  return pattern.test(text) ? { type: isNumber ? 'number' : 'word', end: pattern.lastIndex } : undefined;
}

/** Behind the closing quote; `undefined` when there is none, or a line end before it. */
function stringEnd(text: string, at: number): number | undefined {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slash = quote;
    while (text.charCodeAt(slash - 1) === 0x5c) slash--;
    if ((quote - slash) % 2 === 0) return text.slice(at, quote).includes('\n') ? undefined : quote + 1;
  }
  return undefined;
}
