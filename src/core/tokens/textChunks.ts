import { firstHardBoundary, lastHardBoundary } from './hardBoundary.ts';

/** Large enough that a 10 MB text has few chunks, small enough that counting one takes a microsecond. In UTF-16 units. */
export const CHUNK_UNITS = 256;
/** Chunks leave these sizes only when an edit makes them; then they are cut anew. */
export const SMALLEST_CHUNK = CHUNK_UNITS / 4;
export const LARGEST_CHUNK = CHUNK_UNITS * 2;

/** Cuts a text at hard boundaries into chunks, longer than `CHUNK_UNITS` only where it has no hard boundary. None if it is empty. */
export function cutChunks(text: string): string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = chunkEnd(text, start);
    chunks.push(text.slice(start, end));
    start = end;
  }
  return chunks;
}

function chunkEnd(text: string, start: number): number {
  // No small rest: it would be cut anew with the next edit.
  if (text.length - start <= CHUNK_UNITS + SMALLEST_CHUNK) return text.length;
  const near = lastHardBoundary(text, start + CHUNK_UNITS / 2, start + CHUNK_UNITS);
  if (near !== -1) return near;
  const far = firstHardBoundary(text, start + CHUNK_UNITS, text.length - 1);
  return far === -1 ? text.length : far;
}
