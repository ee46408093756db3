import { isUtf8 } from 'node:buffer';
import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileNote, SkipReason } from '../../core/context/fileState.ts';

/** VS Code keeps documents beyond this size from extensions; so do we. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

export type FileRead = { text: string; sizeBytes: number; note?: FileNote } | { skip: SkipReason };

/**
 * Reads a file as VS Code would show it: without its byte order mark, UTF-16 decoded, invalid UTF-8 replaced.
 * Never throws and never waits for a pipe or device: what cannot be read comes back as a reason.
 */
export async function readTextFile(path: string, maxBytes = MAX_FILE_BYTES): Promise<FileRead> {
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

function skipBeforeOpening(stats: Stats, maxBytes: number): SkipReason | undefined {
  if (!stats.isFile()) return 'special';
  return stats.size > maxBytes ? 'tooLarge' : undefined;
}

async function readRegularFile(path: string, maxBytes: number): Promise<FileRead> {
  // Without O_NONBLOCK, opening a pipe that took the file's place would wait for a writer for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const skip = skipBeforeOpening(await file.stat(), maxBytes);
    return skip === undefined ? decode(await file.readFile()) : { skip };
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer): FileRead {
  const sizeBytes = bytes.length;
  if (sizeBytes === 0) return { text: '', sizeBytes, note: 'empty' };
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), sizeBytes, note: 'utf16' };
  // Git's own rule: a NUL among the first 8,000 bytes.
  if (bytes.subarray(0, 8000).includes(0)) return { skip: 'binary' };
  const text = new TextDecoder('utf-8').decode(bytes);
  return isUtf8(bytes) ? { text, sizeBytes } : { text, sizeBytes, note: 'replaced' };
}

function utf16Label(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
