import { statSync } from 'node:fs';
import { readFileFacts } from '../../core/context/suggest/facts/fileFacts.ts';
import type { IdentifierTable } from '../../core/context/suggest/facts/identifierTable.ts';
import { type IndexedFile, indexFile } from '../../core/context/suggest/facts/indexedFile.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { readTextStart } from '../files/readTextStart.ts';

/** A file of the index, with what tells whether it has changed. */
export type StoredFile = IndexedFile & { sizeBytes: number; mtimeMs: number };

/** Larger files are read up to here, and their tokens follow from that part: enough to rank them and to say what they cost. */
const MAX_BYTES = 512 * 1024;

/** Reads the file again unless it is what `known` was read from; `undefined` when it is gone or no text. */
export function readIndexedFile(
  path: string,
  label: string,
  counter: TokenCounter,
  table: IdentifierTable,
  known?: StoredFile,
): StoredFile | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return undefined;
  if (known?.sizeBytes === stats.size && known.mtimeMs === stats.mtimeMs) return known;
  const read = readTextStart(path, MAX_BYTES);
  if ('skip' in read) return undefined;
  const { text, sizeBytes, mtimeMs, isWhole } = read;
  const tokens = Math.round(counter.countTokens(text) * (isWhole ? 1 : sizeBytes / MAX_BYTES));
  return { ...indexFile(label, tokens, readFileFacts(label, text), table), sizeBytes, mtimeMs };
}
