import type { LinesFormat, Shortening } from '../../core/usage/sources/logSource.ts';
import { parseJson } from '../../core/usage/sources/parseJson.ts';
import type { JsonObject } from '../../core/usage/sources/readFields.ts';

/** Less is not worth a second look for marks. */
const LEAST_LEFT_OUT = 200;

/** The line between two offsets, without what it can do without; `undefined` where it must be parsed whole. */
export type ShortLine = (buffer: Buffer, start: number, end: number) => JsonObject | undefined;

/** Parses lines of a format by the part of them that matters. */
export function createShortLine({ shortening }: LinesFormat): ShortLine {
  return shortening === undefined ? () => undefined : shortenBy(shortening);
}

function shortenBy({ from, to, isWhole }: Shortening): ShortLine {
  const [fromMark, toMark] = [Buffer.from(from), Buffer.from(to)];
  return (buffer, start, end) => {
    const line = buffer.subarray(start, end);
    const tail = line.indexOf(toMark);
    if (tail === -1) return undefined;
    // The last mark before it: behind half a line that was torn off, the first one would be of another line.
    const head = line.lastIndexOf(fromMark, tail);
    if (head === -1 || tail - head < LEAST_LEFT_OUT) return undefined;
    const value = parseJson(line.toString('utf8', 0, head + fromMark.length) + line.toString('utf8', tail));
    return value !== undefined && isWhole(value) ? value : undefined;
  };
}
