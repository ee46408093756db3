import { join } from 'node:path';
import { get_encoding } from 'tiktoken';
import { describe, expect, it } from 'vitest';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { countLargeFile } from '../../../src/node/counting/countLargeFile.ts';
import { makeFolder } from '../temporaryFolder.ts';

const loadCounter = createCounterLoader(join(import.meta.dirname, '../../../dist'));
const oracle = get_encoding('o200k_base');

async function count(content: string | Uint8Array, signal = new AbortController().signal) {
  const shares: number[] = [];
  const path = join(makeFolder({ large: content }), 'large');
  const counted = await countLargeFile(
    path,
    await loadCounter('o200k_base'),
    (share) => shares.push(share),
    signal,
  );
  return { tokens: counted.tokens, shares };
}

describe('countLargeFile', () => {
  it.each([
    ['code', 'const größe = compute("漢字 😀", 1234);\n'.repeat(250_000)],
    ['one line without a place to cut', 'ab'.repeat(3_000_000)],
    ['an empty file', ''],
    ['a file that ends inside a chunk with a word', `${'word '.repeat(900_000)}end`],
  ])(
    'counts %s as a whole',
    async (_what, text) => {
      const { tokens, shares } = await count(text);
      // The reference would need minutes for a piece of 6 MB; `abab` is one token, as it finds on shorter ones.
      const expected = text.startsWith('abab') ? 1_500_000 : oracle.encode(text, [], []).length;
      expect(tokens).toBe(expected);
      if (text !== '') expect(shares.at(-1)).toBe(1);
    },
    60_000,
  );

  it('decodes UTF-16 and replaces invalid UTF-8', async () => {
    const utf16 = Buffer.from('\ufeffhello world', 'utf16le');
    expect((await count(utf16)).tokens).toBe(2);
    expect((await count(Buffer.from([0x68, 0x69, 0xff]))).tokens).toBe(
      oracle.encode('hi\ufffd', [], []).length,
    );
  });

  it('refuses a binary file and stops when told to', async () => {
    await expect(count(Buffer.from([1, 0, 2]))).rejects.toThrow('It is a binary file.');
    await expect(count('a b '.repeat(3_000_000), AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
  });
});
