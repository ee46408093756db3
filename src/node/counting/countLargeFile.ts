import { type FileHandle, open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { countText } from '../../core/tokens/countText.ts';
import { lastHardBoundary } from '../../core/tokens/hardBoundary.ts';
import { sumTextCounts, type TextCount } from '../../core/tokens/tokenCount.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { isBinary, utf16Label } from '../files/readTextFile.ts';

/** Read at once: a cancel is seen after a few hundredths of a second. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Counts a text file of any size as a stream, invalid UTF-8 replaced. `report` gets the share read, from 0 to 1. Rejects with
 * the signal's reason when aborted, and for a binary file.
 */
export async function countLargeFile(
  path: string,
  counter: TokenCounter,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<TextCount> {
  const file = await open(path);
  try {
    const counts: TextCount[] = [];
    for await (const text of cutAtBoundaries(readChunks(file, report))) {
      counts.push(countText(counter, text));
      signal.throwIfAborted();
    }
    return sumTextCounts(counts);
  } finally {
    await file.close();
  }
}

async function* readChunks(file: FileHandle, report: (share: number) => void): AsyncGenerator<string> {
  const { size } = await file.stat();
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let decoder: TextDecoder | undefined;
  for (let offset = 0; ; ) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, offset);
    const bytes = chunk.subarray(0, bytesRead);
    decoder ??= createDecoder(bytes);
    yield decoder.decode(bytes, { stream: bytesRead > 0 });
    if (bytesRead === 0) return;
    offset += bytesRead;
    report(Math.min(offset / size, 1));
  }
}

function createDecoder(firstBytes: Uint8Array): TextDecoder {
  const utf16 = utf16Label(firstBytes);
  if (utf16 === undefined && isBinary(firstBytes)) throw new Error('It is a binary file.');
  return new TextDecoder(utf16 ?? 'utf-8');
}

/** Cuts the text anew where the counts of the parts add up. A text without such a place comes as one part at the end. */
async function* cutAtBoundaries(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let pending: string[] = [];
  for await (const text of chunks) {
    const cut = lastHardBoundary(text, 1, text.length - 1);
    if (cut === -1) {
      pending.push(text);
      continue;
    }
    yield pending.join('') + text.slice(0, cut);
    pending = [text.slice(cut)];
  }
  yield pending.join('');
}
