import { decodeBase64Into } from './decodeBase64.ts';
import { BREAK, createViewBuilder, type Span, type TextView } from './textView.ts';

/** Shorter runs cannot hold a secret worth the name. */
const SHORTEST_RUN = 16;
/** A further line of wrapped base64, also as an escape inside a string; nothing else may stand on it. */
const NEXT_LINE = /(?:\r?\n|\\r\\n|\\n)[ \t>#*/]{0,16}([A-Za-z0-9+/_-]{1,200}={0,2})(?=[\s"'`\\,;)\0]|$)/y;
const SHORTEST_WRAPPED_LINE = 32;
const SHORTEST_TEXT = 12;
const DIGITS_PER_GROUP = 4;

/**
 * The readable text inside runs of base64 (standard, url-safe, wrapped), or `undefined` when there is none. Every unit stands for its whole
 * run: what is left of a run after taking a part out would be of no use. A run is tried from each of its first four digits, as other
 * text of the same alphabet may stand before it.
 */
export function createBase64View(view: TextView): TextView | undefined {
  const runs = findRuns(view.text);
  const longest = runs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const bytes = new Uint8Array(((longest * 3) >> 2) + 3);
  const found = runs.flatMap((run) => decodeRun(view.text, run, bytes).map((text) => ({ run, text })));
  if (found.length === 0) return undefined;
  const builder = createViewBuilder(view);
  for (const { run, text } of found) builder.put(text + BREAK, run.start, run.end);
  return builder.build();
}

function decodeRun(text: string, { start, end }: Span, bytes: Uint8Array): string[] {
  const all: string[] = [];
  for (let skip = 0; skip < DIGITS_PER_GROUP; skip += 1) {
    const length = decodeBase64Into(bytes, text, start, end, skip);
    const texts = readableTexts(bytes, length);
    all.push(...texts);
    if (texts.length === 1 && (texts[0]?.length ?? 0) + 2 >= length) break; // All of it is text.
  }
  return all;
}

function findRuns(text: string): Span[] {
  const runs: Span[] = [];
  for (let run = findDigits(text, 0); run !== undefined; run = findDigits(text, run.end)) {
    const { start } = run;
    let { end } = run;
    let lineLength = end - start;
    while (lineLength >= SHORTEST_WRAPPED_LINE && text[end - 1] !== '=') {
      NEXT_LINE.lastIndex = end;
      const line = NEXT_LINE.exec(text)?.[1];
      if (line === undefined) break;
      end = NEXT_LINE.lastIndex;
      lineLength = line.length;
    }
    run = { start, end };
    runs.push(run);
  }
  return runs;
}

/**
 * The next run of at least so many digits, and its padding. Looks at one unit in sixteen until one is a digit: a pattern, which looks
 * at every one, took a third of the time of all gates.
 */
function findDigits(text: string, from: number): Span | undefined {
  for (let probe = from + SHORTEST_RUN - 1; probe < text.length; probe += SHORTEST_RUN) {
    if (!isDigit(text, probe)) continue;
    let [start, end] = [probe, probe + 1];
    while (start > from && isDigit(text, start - 1)) start -= 1;
    while (isDigit(text, end)) end += 1;
    if (end - start < SHORTEST_RUN) {
      probe = end; // The next run begins behind it.
      continue;
    }
    for (const most = end + 2; end < most && text[end] === '='; ) end += 1;
    return { start, end };
  }
  return undefined;
}

function isDigit(text: string, at: number): boolean {
  return DIGITS[text.charCodeAt(at)] === 1;
}

/** Standard and url-safe. */
const DIGITS = new Uint8Array(128);
for (const digit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  DIGITS[digit.charCodeAt(0)] = 1;
}

/** Stretches of printable ASCII; NULs in between are passed over, as they are what UTF-16 has there. */
function readableTexts(bytes: Uint8Array, length: number): string[] {
  const texts: string[] = [];
  let start = 0;
  let units = 0;
  for (let index = 0; index <= length; index += 1) {
    const byte = index < length ? (bytes[index] ?? 0) : 0xff;
    if (isPrintable(byte)) units += 1;
    else if (byte !== 0) {
      if (units >= SHORTEST_TEXT) texts.push(toText(bytes.subarray(start, index)));
      start = index + 1;
      units = 0;
    }
  }
  return texts;
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13);
}

function toText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  }
  return pieces.join('').replaceAll('\0', '');
}
