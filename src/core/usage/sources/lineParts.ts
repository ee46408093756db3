import { hashText } from '../../hashText.ts';

/** About so many lines make a part: it ends behind a line whose hash says so, and so ends there wherever the line stands. */
const PART_LINES = 16;
/** Less is read again on purpose. */
const LEAST_CHARS = 2000;
const MOST_CHARS = 200_000;
/** Tools put numbers before the lines of a file. */
const LINE_NUMBER = /^\s*\d+[→\t:]/;

/**
 * Parts of a text by hash and size, to know its lines again in another: `1a2b3c4d640,…`, eight digits of the hash, then the characters. Where
 * two texts share lines, they share most parts, whatever stands before. `undefined` for short and for huge texts.
 */
export function lineParts(text: string): string | undefined {
  if (text.length < LEAST_CHARS || text.length > MOST_CHARS) return undefined;
  const parts: string[] = [];
  let lines: string[] = [];
  const end = () => {
    const part = lines.join('\n');
    if (part.length > 0) parts.push(`${hashText(part).slice(0, 8)}${part.length}`);
    lines = [];
  };
  for (const numbered of text.split('\n')) {
    const line = numbered.replace(LINE_NUMBER, '');
    lines.push(line);
    if (line.length > 1 && hashLine(line) % PART_LINES === 0) end();
  }
  end();
  return parts.join(',');
}

/** A part of a text, to be looked for in another. */
export type LinePart = { hash: string; chars: number };

export function parseLineParts(parts: string | undefined): LinePart[] {
  if (parts === undefined || parts === '') return [];
  return parts.split(',').map((part) => ({ hash: part.slice(0, 8), chars: Number(part.slice(8)) }));
}

/** Good enough to choose where parts end. */
function hashLine(line: string): number {
  let hash = 0;
  for (let index = 0; index < line.length; index++) hash = (Math.imul(hash, 31) + line.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
