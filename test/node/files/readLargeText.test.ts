import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findErrorMessages } from '../../../src/core/context/reduce/log/findErrorMessages.ts';
import { findReferences } from '../../../src/core/context/reduce/log/findReferences.ts';
import { LogDigest } from '../../../src/core/context/reduce/log/logDigest.ts';
import { readLargeFile, readLargeStream } from '../../../src/node/files/readLargeText.ts';
import { generatedLog } from '../../core/context/reduce/generatedLog.ts';
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
  expect(readLargeFile(join(folder, 'small'), { limits: LIMITS })).toEqual({
    text: 'one\ntwo',
    sizeBytes: 7,
    leftOutBytes: 0,
  });
  expect(readLargeFile(join(folder, 'large'), { limits: LIMITS })).toEqual({
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
        const file = readLargeFile(join(folder, 'text'), { limits: LIMITS });
        const stream = await readLargeStream(inChunks(Buffer.from(parts.join('')), size), { limits: LIMITS });
        expect(stream).toEqual(file);
        if ('text' in file) expect(file.text).not.toContain('\ufffd');
      },
    ),
    { numRuns: 200 },
  );
});

it('keeps every error message and every place of a log that is read in part', async () => {
  const limits = { wholeBytes: 700, headBytes: 200, tailBytes: 400 };
  const chooseDigest = (head: string) => new LogDigest(head);
  await fc.assert(
    fc.asyncProperty(generatedLog, fc.integer({ min: 1, max: 400 }), async (log, size) => {
      // Bytes that are no UTF-8 are read as other characters.
      const text = log.toWellFormed();
      const bytes = Buffer.from(text);
      // Only a line as long as start or end is taken in parts.
      const lines = text.split(/[\n\r]/);
      fc.pre(Buffer.byteLength(lines[0] ?? '') < 190 && Buffer.byteLength(lines.at(-1) ?? '') < 390);
      const read = await readLargeStream(inChunks(bytes, size), { limits, chooseDigest });
      if ('skip' in read) return;
      expect(read.text.length).toBeLessThanOrEqual(text.length * 2 + 700);
      const messages = findErrorMessages(read.text);
      expect(findErrorMessages(text).filter((message) => !messages.includes(message))).toEqual([]);
      const places = new Set(findReferences(read.text).map(({ key }) => key));
      expect(findReferences(text).filter(({ key }) => !places.has(key))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('leaves out what says nothing new in the middle, and counts what finds no room', () => {
  const quiet = 'INFO all is well\n'.repeat(30);
  const errors = Array.from({ length: 20 }, (_, index) => `ERROR number ${index} at src/a.ts:${index}\n`);
  const folder = makeFolder({ log: `${errors[0]}${quiet}${errors.join('')}${quiet}` });
  const read = (mostUnits: number) =>
    readLargeFile(join(folder, 'log'), {
      limits: { wholeBytes: 80, headBytes: 40, tailBytes: 20 },
      chooseDigest: (head) => new LogDigest(head, mostUnits),
    });
  expect(read(1_000)).toMatchObject({
    text: `${errors.join('')}INFO all is well\n`,
    digest: { keptLines: 19, droppedLines: 0 },
  });
  expect(read(100)).toMatchObject({ digest: { keptLines: 3, droppedLines: 16 } });
});

it('reads UTF-16 at its whole units, and says what it cannot read', () => {
  const utf16 = Buffer.from(`\ufeff${'line\n'.repeat(20)}end`, 'utf16le');
  const folder = makeFolder({ utf16, binary: `\0${'x'.repeat(50)}` });
  expect(readLargeFile(join(folder, 'utf16'), { limits: LIMITS })).toMatchObject({
    text: expect.stringMatching(/\nline\nend$/),
  });
  expect(readLargeFile(join(folder, 'binary'), { limits: LIMITS })).toEqual({ skip: 'binary' });
  expect(readLargeFile(join(folder, 'gone'), { limits: LIMITS })).toEqual({ skip: 'missing' });
  expect(readLargeFile(folder, { limits: LIMITS })).toEqual({ skip: 'special' });
});
