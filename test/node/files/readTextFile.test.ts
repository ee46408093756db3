import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../src/node/files/readTextFile.ts';
import { makeFolder } from '../temporaryFolder.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('readTextFile', () => {
  it.each([
    ['plain text', Buffer.from('grüß\r\n'), { text: 'grüß\r\n' }],
    ['an empty file', bytes(), { text: '', note: 'empty' }],
    ['a byte order mark', Buffer.from('\ufeffa'), { text: 'a' }],
    [
      'UTF-16, little end first',
      bytes(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0, 0xde),
      { text: 'a😀', note: 'utf16' },
    ],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61), { text: 'a', note: 'utf16' }],
    ['invalid UTF-8', bytes(0x61, 0xff, 0x62), { text: 'a\ufffdb', note: 'replaced' }],
    ['a binary file', bytes(0x7f, 0x45, 0, 1), { skip: 'binary' }],
  ])('reads %s', (_what, content, expected) => {
    const folder = makeFolder({ file: content });
    expect(readTextFile(join(folder, 'file'))).toEqual(expected);
  });

  it('says what is not there or not a file, and never waits for a pipe', () => {
    const folder = makeFolder({ 'a/b': 'x' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    expect(readTextFile(join(folder, 'gone'))).toEqual({ skip: 'missing' });
    expect(readTextFile(join(folder, 'a/b/c'))).toEqual({ skip: 'missing' });
    expect(readTextFile(join(folder, 'a'))).toEqual({ skip: 'special' });
    expect(readTextFile(join(folder, 'pipe'))).toEqual({ skip: 'special' });
    expect(readTextFile(join(folder, 'loop'))).toEqual({ skip: 'loop' });
  });

  it('does not read what is larger than VS Code would', () => {
    const folder = makeFolder({ huge: 'x' });
    truncateSync(join(folder, 'huge'), 60 * 1024 * 1024);
    expect(readTextFile(join(folder, 'huge'))).toEqual({ skip: 'tooLarge' });
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', () => {
    const folder = makeFolder({ closed: 'x' });
    chmodSync(join(folder, 'closed'), 0o000);
    expect(readTextFile(join(folder, 'closed'))).toEqual({ skip: 'unreadable' });
  });
});
