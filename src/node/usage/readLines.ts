import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { LineReader, LinesFormat, LogFile, LogSink } from '../../core/usage/sources/logSource.ts';
import { parseLine } from '../../core/usage/sources/parseJson.ts';
import type { JsonObject } from '../../core/usage/sources/readFields.ts';
import { readSafely } from '../../core/usage/sources/readSafely.ts';
import { eachLine, eachMarkedLine } from './eachMarkedLine.ts';
import type { FoundLog } from './findLogs.ts';
import { fingerprint } from './fingerprint.ts';
import { LineSplitter } from './lineSplitter.ts';
import { type Checkpoint, type Position, START } from './logReading.ts';
import { createShortLine } from './shortLine.ts';
import { MissingInNode } from './skipOf.ts';

/** One for all plain files of a thread: each is read without a pause. */
const sharedSplitter = new LineSplitter();

/** What `fstat` counts in. */
const BLOCK_BYTES = 512;
const TAIL_BYTES = 64 * 1024;

/** Reads the lines after the checkpoint; all of them when the file is not the one it was. Skips counted before are taken over. */
export function readLines(
  log: FoundLog,
  format: LinesFormat,
  file: LogFile,
  known: Checkpoint | undefined,
  sink: LogSink,
  skips: Checkpoint['skips'],
): Position | Promise<Position> {
  if (log.path.endsWith('.zst')) return readCompressed(log, format, file, sink);
  const handle = openSync(log.path, 'r');
  try {
    const from = known !== undefined && isSame(handle, log, known) ? known : undefined;
    Object.assign(skips, from?.skips);
    const splitter = sharedSplitter;
    const feed = startFeed(splitter, format, file, sink, from ?? START);
    for (let at = from?.offset ?? 0; at < log.sizeBytes; ) {
      const { space } = splitter;
      const read = readSync(handle, space, 0, Math.min(space.length, log.sizeBytes - at), at);
      if (read === 0) break;
      splitter.take(read);
      at += read;
      if (splitter.isInLongLine) {
        const next = passHole(handle, at);
        splitter.position += next - at;
        at = next;
      }
    }
    const position = feed.end();
    return { ...position, fingerprint: fingerprint(handle, position.offset) };
  } finally {
    closeSync(handle);
  }
}

/** A cold log that was packed away: it does not grow, and when it changes it is read anew. */
async function readCompressed(
  log: FoundLog,
  format: LinesFormat,
  file: LogFile,
  sink: LogSink,
): Promise<Position> {
  // Loaded where there is something to unpack. VS Code has zstd since 1.101 (Node 22.15).
  const zlib = await import('node:zlib');
  if (typeof zlib.createZstdDecompress !== 'function') throw new MissingInNode('noZstd');
  // Other files are read while this one is unpacked.
  const splitter = new LineSplitter();
  const feed = startFeed(splitter, format, file, sink, START);
  const bytes: AsyncIterable<Buffer> = createReadStream(log.path).pipe(zlib.createZstdDecompress());
  for await (const chunk of bytes) splitter.push(chunk);
  feed.end();
  return START;
}

/**
 * A crash can leave a file of any length that holds next to nothing. Where no more is on the disk than was read already, and the end is
 * empty too, what lies between is a hole. Returns where to read on.
 */
function passHole(handle: number, at: number): number {
  const { size, blocks } = fstatSync(handle);
  const end = size - TAIL_BYTES;
  if (!(blocks * BLOCK_BYTES <= at) || end <= at) return at;
  const tail = Buffer.alloc(TAIL_BYTES);
  readSync(handle, tail, 0, TAIL_BYTES, end);
  if (tail.some((byte) => byte !== 0)) return at;
  return end;
}

function isSame(handle: number, log: FoundLog, known: Checkpoint): boolean {
  return log.sizeBytes >= known.offset && fingerprint(handle, known.offset) === known.fingerprint;
}

/** Leads whole lines from the splitter to the format's reader. */
function startFeed(
  splitter: LineSplitter,
  format: LinesFormat,
  file: LogFile,
  sink: LogSink,
  from: Position,
) {
  const reader = format.open(file, structuredClone(from.state));
  const marks = format.marks.map((mark) => Buffer.from(mark));
  const shortLine = createShortLine(format);
  let { headLines } = from;
  splitter.start(from.offset, from.isInLongLine, {
    onLongLine: () => sink.skip('tooLong'),
    onLines: (buffer, start, end) => {
      const read = (lineStart: number, lineEnd: number) =>
        readLine(buffer.toString('utf8', lineStart, lineEnd), reader, sink);
      const readValue = (value: JsonObject) => readSafely(sink, () => reader.readLine(value, sink));
      const readShort = (lineStart: number, lineEnd: number) => {
        if (!shortLine(buffer, lineStart, lineEnd, readValue)) read(lineStart, lineEnd);
      };
      // Events stand in lines of any kind.
      if (sink.addEvent) return void eachLine(buffer, start, end, Number.POSITIVE_INFINITY, read);
      let bodyStart = start;
      while (bodyStart < end && headLines < format.headLines && !reader.isHeadRead()) {
        bodyStart = eachLine(buffer, bodyStart, end, 1, read);
        headLines += 1;
      }
      eachMarkedLine(buffer, bodyStart, end, marks, readShort);
    },
  });
  const end = (): Position => {
    const { position: offset, isInLongLine, rest } = splitter;
    const state = reader.save();
    // A line without an end may be complete or torn. What it says is taken now, and it is read again when it goes on.
    if (marks.some((mark) => rest.includes(mark))) {
      const restReader = format.open(file, structuredClone(state));
      readLine(rest.toString(), restReader, { ...sink, skip: () => undefined });
    }
    return { offset, isInLongLine, headLines, fingerprint: '', state };
  };
  return { end };
}

function readLine(line: string, reader: LineReader, sink: LogSink): void {
  const { value, isTorn } = parseLine(line);
  if (isTorn) sink.skip('torn');
  if (value !== undefined) readSafely(sink, () => reader.readLine(value, sink));
}
