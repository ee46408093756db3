import type { FoundSecret } from './foundSecret.ts';

const BEGIN = /-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
const END = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
/** The largest keys in use (RSA 16384, armoured PGP with subkeys) stay below. */
const LONGEST_KEY = 32_768;
/** A line of a key, with what quotes, comments and string concatenation put around it. */
const KEY_LINE = /(?:\\[nr]|\/\/|[\s"'`+,;>#*|)\\]){0,40}([A-Za-z0-9+/=]{16,200})/y;
const LINE_END = /(\r?\n|\\r\\n|\\n)/;
const SHORTEST_BODY = 40;

/** Finds PEM and armoured private keys of every kind, also such of which the head or the tail was cut off, and in quotes or comments. */
export function scanPrivateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  let done = 0;
  for (let at = text.indexOf('---'); at !== -1; at = text.indexOf('---', Math.max(at + 1, done))) {
    const span = matchWhole(text, at) ?? matchTail(text, at, done);
    if (span !== undefined) found.push({ ...span, kind: 'privateKey' });
    done = Math.max(span?.end ?? at, matchEnd(END, text, at) ?? 0);
  }
  return found;
}

function matchWhole(text: string, start: number) {
  const bodyStart = matchEnd(BEGIN, text, start);
  if (bodyStart === undefined) return undefined;
  const marker = text.slice(bodyStart, bodyStart + LONGEST_KEY).search(/-{4,5} ?(?:END|BEGIN) |\0/);
  const end = marker === -1 ? undefined : matchEnd(END, text, bodyStart + marker);
  if (end !== undefined && isKeyBody(text.slice(bodyStart, bodyStart + marker))) return { start, end };
  return matchHead(text, start, bodyStart);
}

/** A key that was cut off before its end. */
function matchHead(text: string, start: number, bodyStart: number) {
  let end = bodyStart;
  let digits = 0;
  for (;;) {
    KEY_LINE.lastIndex = end;
    const line = KEY_LINE.exec(text)?.[1];
    if (line === undefined || end - bodyStart > LONGEST_KEY) break;
    end = KEY_LINE.lastIndex;
    digits += line.length;
  }
  return digits >= SHORTEST_BODY && isKeyBody(text.slice(bodyStart, end)) ? { start, end } : undefined;
}

/** A key whose beginning was cut off: the lines of base64 before its last line, but not before `from`. */
function matchTail(text: string, at: number, from: number) {
  const end = matchEnd(END, text, at);
  if (end === undefined) return undefined;
  const before = text.slice(Math.max(from, at - LONGEST_KEY), at);
  const lines = before.split(LINE_END); // Line ends stand at the odd places.
  let first = lines.length - 1;
  // The line before the end may be short, and a checksum may stand between.
  while (first >= 2 && isKeyLine(lines[first - 2] ?? '', first > lines.length - 4 ? 4 : 24)) first -= 2;
  const body = lines.slice(first).join('');
  return isKeyBody(body) ? { start: at - body.length, end } : undefined;
}

function isKeyLine(line: string, shortest: number): boolean {
  const bare = line.replace(/["'`,;+\\\s]{1,16}$/, '').replace(/^[\s"'`>#*|]{1,40}/, '');
  return bare.length >= shortest && /^[A-Za-z0-9+/=]{1,200}$/.test(bare);
}

/** True where most of the text is base64 and at least one line of it looks like a key: markers in prose or code have no such line between them. */
function isKeyBody(body: string): boolean {
  const lines = body.match(/[A-Za-z0-9+/]{24,}/g) ?? [];
  const digits = lines.reduce((sum, line) => sum + line.length, 0);
  const hasKeyLine = lines.some((line) => /[A-Z]/.test(line) && /[a-z]/.test(line) && new Set(line).size > 8);
  return hasKeyLine && digits >= SHORTEST_BODY && digits * 2 > body.length - 400;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
