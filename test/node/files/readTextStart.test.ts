import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextStart } from '../../../src/node/files/readTextStart.ts';
import { makeFolder } from '../temporaryFolder.ts';

function read(content: string | Uint8Array, maxBytes: number) {
  return readTextStart(join(makeFolder({ a: content }), 'a'), maxBytes);
}

describe('readTextStart', () => {
  it('reads a small file whole', () => {
    expect(read('one\ntwo', 7)).toMatchObject({ text: 'one\ntwo', sizeBytes: 7, isWhole: true });
    expect(read('', 7)).toMatchObject({ text: '', isWhole: true });
  });

  it('reads whole lines of a larger one', () => {
    expect(read('one\ntwo\nthree\n', 10)).toMatchObject({
      text: 'one\ntwo\n',
      sizeBytes: 14,
      isWhole: false,
    });
  });

  it('does not split a character of the only line', () => {
    expect(read('aé', 2)).toMatchObject({ text: 'a', isWhole: false });
  });

  it('decodes UTF-16, and gives reasons', () => {
    expect(read(Buffer.from('\ufeffab\n', 'utf16le'), 99)).toMatchObject({ text: 'ab\n' });
    expect(read('a\0b', 99)).toEqual({ skip: 'binary' });
    expect(readTextStart(join(makeFolder(), 'gone'), 99)).toEqual({ skip: 'missing' });
    expect(readTextStart(makeFolder(), 99)).toEqual({ skip: 'special' });
  });
});
