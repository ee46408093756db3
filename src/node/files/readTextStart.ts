import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { decodeFile, type Skipped, skipReasonOf } from './readTextFile.ts';

/** A text, or the whole lines it starts with. */
export type TextStart = { text: string; sizeBytes: number; mtimeMs: number; isWhole: boolean };

/** Reads at most `maxBytes` of a regular file, however large it is. What cannot be read comes back as a reason. Synchronous, for worker threads. */
export function readTextStart(path: string, maxBytes: number): TextStart | Skipped {
  try {
    if (!statSync(path).isFile()) return { skip: 'special' };
    // Without O_NONBLOCK, opening a pipe that took the file's place would wait for a writer for ever.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readStart(file, maxBytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}

function readStart(file: number, maxBytes: number): TextStart | Skipped {
  const { size: sizeBytes, mtimeMs } = fstatSync(file);
  const bytes = Buffer.allocUnsafe(Math.min(sizeBytes, maxBytes));
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, length);
  }
  const content = decodeFile(bytes.subarray(0, length));
  if ('skip' in content) return content;
  const text = 'utf8' in content ? content.utf8.toString('utf8') : content.text;
  const isWhole = sizeBytes <= maxBytes;
  return { text: isWhole ? text : cutLastLine(text), sizeBytes, mtimeMs, isWhole };
}

/** The last line is not whole, and its last character may not be either. */
function cutLastLine(text: string): string {
  const end = text.lastIndexOf('\n') + 1;
  return end === 0 ? text.replace(/\ufffd$/, '') : text.slice(0, end);
}
