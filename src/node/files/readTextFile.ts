import { isUtf8 } from 'node:buffer';
import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileNote, SkipReason } from '../../core/context/fileState.ts';

/** VS Code keeps documents beyond this size from extensions; so do we. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** A regular file's bytes and what the file system said of them when they were read. */
export type FileBytes = { bytes: Buffer; mtimeMs: number };

/** Text in UTF-8 stays as bytes, without its byte order mark; anything else has been decoded. */
export type FileContent = ({ utf8: Buffer } | { text: string }) & { note?: FileNote };

export type Skipped = { skip: SkipReason };

/**
 * Reads a file as VS Code would show it: without its byte order mark, UTF-16 decoded, invalid UTF-8 replaced.
 * Never throws and never waits for a pipe or device: what cannot be read comes back as a reason.
 */
export async function readTextFile(path: string): Promise<{ text: string; note?: FileNote } | Skipped> {
  const file = await readFileBytes(path);
  if ('skip' in file) return file;
  const content = decodeFile(file.bytes);
  if ('skip' in content) return content;
  const text = 'utf8' in content ? content.utf8.toString('utf8') : content.text;
  return { text, ...(content.note !== undefined && { note: content.note }) };
}

/** Reads a regular file of up to `maxBytes`. */
export async function readFileBytes(path: string, maxBytes = MAX_FILE_BYTES): Promise<FileBytes | Skipped> {
  try {
    const skip = skipBeforeOpening(await stat(path), maxBytes);
    return skip === undefined ? await readRegularFile(path, maxBytes) : { skip };
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}

/** The reason behind an error of the file system. */
export function skipReasonOf(error: unknown): SkipReason {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'unreadable';
  if (code === 'ELOOP') return 'loop';
  return 'failed';
}

/** Tells text from binary and finds out how it is encoded. */
export function decodeFile(bytes: Buffer): FileContent | Skipped {
  if (bytes.length === 0) return { utf8: bytes, note: 'empty' };
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), note: 'utf16' };
  if (isBinary(bytes)) return { skip: 'binary' };
  if (!isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), note: 'replaced' };
  return { utf8: startsWithMark(bytes) ? bytes.subarray(UTF8_MARK.length) : bytes };
}

/** Git's own rule: a NUL among the first 8,000 bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

/** The encoding that a UTF-16 byte order mark announces. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function skipBeforeOpening(stats: Stats, maxBytes: number): SkipReason | undefined {
  if (!stats.isFile()) return 'special';
  return stats.size > maxBytes ? 'tooLarge' : undefined;
}

async function readRegularFile(path: string, maxBytes: number): Promise<FileBytes | Skipped> {
  // Without O_NONBLOCK, opening a pipe that took the file's place would wait for a writer for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    const skip = skipBeforeOpening(stats, maxBytes);
    return skip === undefined ? { bytes: await file.readFile(), mtimeMs: stats.mtimeMs } : { skip };
  } finally {
    await file.close();
  }
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

function startsWithMark(bytes: Uint8Array): boolean {
  return UTF8_MARK.every((byte, index) => bytes[index] === byte);
}
