import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type ChooseDigest, type LargeText, LargeTextReader, type ReadLimits } from './largeTextReader.ts';
import { type Skipped, skipReasonOf } from './readTextFile.ts';

export const READ_LIMITS: ReadLimits = {
  wholeBytes: 16 * 1024 * 1024,
  headBytes: 2 * 1024 * 1024,
  tailBytes: 4 * 1024 * 1024,
};
const CHUNK_BYTES = 64 * 1024;

type Options = { limits?: ReadLimits; chooseDigest?: ChooseDigest };

/** Reads a regular file of any size in bounded memory. What cannot be read comes back as a reason. */
export function readLargeFile(path: string, options: Options = {}): LargeText | Skipped {
  try {
    if (!statSync(path).isFile()) return { skip: 'special' };
    const file = openSync(path, 'r');
    try {
      const reader = createReader(options);
      for (let chunk = readChunk(file); chunk.length > 0; chunk = readChunk(file)) reader.push(chunk);
      return reader.end();
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}

/** The same for a stream such as standard input. */
export async function readLargeStream(
  stream: AsyncIterable<Uint8Array>,
  options: Options = {},
): Promise<LargeText | Skipped> {
  const reader = createReader(options);
  for await (const chunk of stream) reader.push(chunk);
  return reader.end();
}

function createReader({ limits = READ_LIMITS, chooseDigest = () => undefined }: Options): LargeTextReader {
  return new LargeTextReader(limits, chooseDigest);
}

function readChunk(file: number): Uint8Array {
  const bytes = new Uint8Array(CHUNK_BYTES);
  return bytes.subarray(0, readSync(file, bytes));
}
