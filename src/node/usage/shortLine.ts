import type { LinesFormat, Repeats, Shortening } from '../../core/usage/sources/logSource.ts';
import { parseJson } from '../../core/usage/sources/parseJson.ts';
import type { JsonObject } from '../../core/usage/sources/readFields.ts';

/**
 * Gives `read` the line between two offsets without what it can do without, or not at all where it repeats the last one that `read` could
 * make use of. False where the line must be parsed whole. To be asked in the order of the lines.
 */
export type ShortLine = (
  buffer: Buffer,
  start: number,
  end: number,
  read: (line: JsonObject) => boolean,
) => boolean;

/** Parses lines of a format by the part of them that matters. */
export function createShortLine({ shortening }: LinesFormat): ShortLine {
  return shortening === undefined ? () => false : shortenBy(shortening);
}

function shortenBy({ from, to, isWhole, repeats }: Shortening): ShortLine {
  const [fromMark, toMark] = [Buffer.from(from), Buffer.from(to)];
  const readIdentity = repeats === undefined ? () => undefined : createIdentityReader(repeats);
  let last: Identity | undefined;
  return (buffer, start, end, read) => {
    const line = buffer.subarray(start, end);
    const tail = line.lastIndexOf(toMark);
    if (tail === -1) return false;
    // The last mark before it: behind half a line that was torn off, the first one would be of another line.
    const head = line.lastIndexOf(fromMark, tail);
    if (head === -1) return false;
    const identity = readIdentity(line, head, tail);
    if (identity !== undefined && last !== undefined && isRepeated(identity, last)) return true;
    last = undefined;
    const value = parseJson(line.toString('utf8', 0, head + fromMark.length) + line.toString('utf8', tail));
    if (value === undefined || !isWhole(value)) return false;
    if (read(value)) last = identity;
    return true;
  };
}

/** What a line tells, and when. */
type Identity = { text: string; time: string };

/** `2026-07-28T21:12:06.079Z` and the quote behind it. */
const TIME_LENGTH = 25;
const CLOSING_BRACE = 0x7d;

function isRepeated(line: Identity, last: Identity): boolean {
  return line.text === last.text && line.time > last.time;
}

/** Lines that are torn, or whose times cannot be compared as texts, have none. */
function createIdentityReader({ from, to, time }: Repeats) {
  const [fromMark, toMark, timeMark] = [Buffer.from(from), Buffer.from(to), Buffer.from(time)];
  return (line: Buffer, head: number, tail: number): Identity | undefined => {
    const [start, end, timeAt] = [
      line.indexOf(fromMark),
      line.indexOf(toMark, tail),
      line.indexOf(timeMark, tail),
    ];
    if (start === -1 || start > head || end === -1 || timeAt === -1) return undefined;
    const timeStart = timeAt + timeMark.length;
    const lineTime = line.toString('latin1', timeStart, timeStart + TIME_LENGTH);
    if (!lineTime.endsWith('Z"') || line.at(-1) !== CLOSING_BRACE) return undefined;
    // Behind half a line that was torn off, the start is another.
    const text = `${start}${line.toString('latin1', start, head)}${line.toString('latin1', tail, end)}`;
    return { text, time: lineTime };
  };
}
