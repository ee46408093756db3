import { readSync } from 'node:fs';
import { hashText } from '../../core/hashText.ts';

const HEAD_BYTES = 256;
const TAIL_BYTES = 256;

/** Tells an open file's first `length` bytes from those of another by their start and their end. */
export function fingerprint(file: number, length: number): string {
  const head = readBytes(file, 0, Math.min(length, HEAD_BYTES));
  const tail = readBytes(file, Math.max(0, length - TAIL_BYTES), Math.min(length, TAIL_BYTES));
  return hashText(Buffer.concat([head, tail]).toString('latin1'));
}

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = length === 0 ? 0 : readSync(file, bytes, 0, length, position);
  return bytes.subarray(0, read);
}
