import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLargeFile, readLargeStream } from '../../../src/node/files/readLargeText.ts';
import { makeFolder } from '../temporaryFolder.ts';

const LIMITS = { wholeBytes: 40, headBytes: 10, tailBytes: 20 };

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('reads a small source whole, and of a large one whole lines of its start and its end', () => {
  const folder = makeFolder({
    small: 'one\ntwo',
    large: 'first\nsecond line\nthird line\nfourth line\nlast line\n',
  });
  expect(readLargeFile(join(folder, 'small'), LIMITS)).toEqual({
    text: 'one\ntwo',
    sizeBytes: 7,
    leftOutBytes: 0,
  });
  expect(readLargeFile(join(folder, 'large'), LIMITS)).toEqual({
    text: 'first\nlast line\n',
    sizeBytes: 51,
    leftOutBytes: 21,
  });
});

it('reads the same from a stream, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'é', '😀', '\n', 'line\n'), { maxLength: 60, size: 'max' }),
      fc.integer({ min: 1, max: 70 }),
      async (parts, size) => {
        const folder = makeFolder({ text: parts.join('') });
        const file = readLargeFile(join(folder, 'text'), LIMITS);
        const stream = await readLargeStream(inChunks(Buffer.from(parts.join('')), size), LIMITS);
        expect(stream).toEqual(file);
        if ('text' in file) expect(file.text).not.toContain('\ufffd');
      },
    ),
    { numRuns: 200 },
  );
});

it('reads UTF-16 at its whole units, and says what it cannot read', () => {
  const utf16 = Buffer.from(`\ufeff${'line\n'.repeat(20)}end`, 'utf16le');
  const folder = makeFolder({ utf16, binary: `\0${'x'.repeat(50)}` });
  expect(readLargeFile(join(folder, 'utf16'), LIMITS)).toMatchObject({
    text: expect.stringMatching(/\nline\nend$/),
  });
  expect(readLargeFile(join(folder, 'binary'), LIMITS)).toEqual({ skip: 'binary' });
  expect(readLargeFile(join(folder, 'gone'), LIMITS)).toEqual({ skip: 'missing' });
  expect(readLargeFile(folder, LIMITS)).toEqual({ skip: 'special' });
});
