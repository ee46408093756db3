import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../src/core/sha256.ts';

it('hashes as Node does, whatever the text and its length', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  for (let length = 0; length < 200; length++) {
    const text = '/home/dev/日本'.repeat(20).slice(0, length);
    expect(sha256(text)).toBe(hash(text));
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === hash(text)));
});
