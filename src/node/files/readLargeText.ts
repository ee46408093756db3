import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { SkipReason } from '../../core/context/fileState.ts';
import { decodeFile, isBinary, type Skipped, skipReasonOf, utf16Label } from './readTextFile.ts';

/** Text of a source of any size: the whole of it, or its start and its end. */
export type LargeText = {
  text: string;
  sizeBytes: number;
  /** Bytes left out between the two parts. */
  leftOutBytes: number;
};

/** Sources up to this size are read whole; of larger ones, so much from the start and so much from the end. */
export type ReadLimits = { wholeBytes: number; headBytes: number; tailBytes: number };
export const READ_LIMITS: ReadLimits = {
  wholeBytes: 16 * 1024 * 1024,
  headBytes: 4 * 1016 * 1024,
  tailBytes: 12 * 1016 * 1024,
};

/** Reads a regular file without ever holding more of it than the limits say. What cannot be read comes back as a reason. */
export function readLargeFile(path: string, limits = READ_LIMITS): LargeText | Skipped {
  try {
    if (!statSync(path).isFile()) return { skip: 'special' };
    const file = openSync(path, 'r');
    try {
      return readWindows(file, fstatSync(file).size, limits);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}

/** The same for a stream such as standard input, whose size is known at its end only. */
export async function readLargeStream(
  stream: AsyncIterable<Uint8Array>,
  limits = READ_LIMITS,
): Promise<LargeText | Skipped> {
  const head: Uint8Array[] = [];
  const tail: Uint8Array[] = [];
  const kept = { head: 0, tail: 0, total: 0 };
  for await (const chunk of stream) {
    kept.total += chunk.length;
    // All goes into the head until the whole is too large; then what was read last is kept in the tail.
    if (kept.head < limits.wholeBytes) kept.head += pushed(head, chunk);
    else kept.tail += pushed(tail, chunk);
    while (tail[0] !== undefined && kept.tail - tail[0].length >= limits.tailBytes) {
      kept.tail -= tail.shift()?.length ?? 0;
    }
  }
  return joinStream(Buffer.concat(head), Buffer.concat(tail), kept.total, limits);
}

function pushed(list: Uint8Array[], chunk: Uint8Array): number {
  list.push(chunk);
  return chunk.length;
}

function joinStream(head: Buffer, tail: Buffer, total: number, limits: ReadLimits): LargeText | Skipped {
  if (total <= limits.wholeBytes) return decodeWhole(head);
  const missing = limits.tailBytes - tail.length;
  const end =
    missing <= 0 ? tail.subarray(-limits.tailBytes) : Buffer.concat([head.subarray(-missing), tail]);
  return joinWindows(head.subarray(0, limits.headBytes), end, total);
}

function readWindows(file: number, sizeBytes: number, limits: ReadLimits): LargeText | Skipped {
  if (sizeBytes <= limits.wholeBytes) return decodeWhole(readPart(file, 0, sizeBytes));
  const head = readPart(file, 0, limits.headBytes);
  return joinWindows(head, readPart(file, sizeBytes - limits.tailBytes, limits.tailBytes), sizeBytes);
}

function readPart(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, position + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

function decodeWhole(bytes: Buffer): LargeText | Skipped {
  const content = decodeFile(bytes);
  if ('skip' in content) return content;
  const text = 'utf8' in content ? content.utf8.toString('utf8') : content.text;
  return { text, sizeBytes: bytes.length, leftOutBytes: 0 };
}

/** Both parts as text, each cut to whole lines where it has any, so that no character is split either. */
function joinWindows(head: Buffer, tail: Buffer, sizeBytes: number): LargeText | Skipped {
  const label = utf16Label(head) ?? 'utf-8';
  if (label === 'utf-8' && isBinary(head)) return { skip: 'binary' satisfies SkipReason };
  // A unit of UTF-16 has two bytes; the tail begins at a whole one.
  const isOdd = label !== 'utf-8' && (sizeBytes - tail.length) % 2 === 1;
  const start = cutLastLine(new TextDecoder(label).decode(head));
  const end = cutFirstLine(new TextDecoder(label).decode(isOdd ? tail.subarray(1) : tail));
  const leftOutBytes = sizeBytes - head.length - tail.length;
  return { text: `${start}\n${end}`, sizeBytes, leftOutBytes };
}

function cutLastLine(text: string): string {
  const end = text.lastIndexOf('\n');
  return end === -1 ? text.replace(/\ufffd$/, '') : text.slice(0, end);
}

function cutFirstLine(text: string): string {
  const start = text.indexOf('\n');
  return start === -1 ? text.replace(/^\ufffd+/, '') : text.slice(start + 1);
}
