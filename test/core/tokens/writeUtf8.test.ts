import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeUtf8 } from '../../../src/core/tokens/writeUtf8.ts';
import { hostileText } from './hostileText.ts';

it('writes what TextEncoder writes, for short and long parts of a text', () => {
  const target = new Uint8Array(30_000);
  fc.assert(
    fc.property(hostileText(30), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length + 1);
      const end = start + (b % (text.length - start + 1));
      const size = writeUtf8(text, start, end, target);
      expect(Buffer.from(target.subarray(0, size))).toEqual(Buffer.from(text.slice(start, end), 'utf8'));
    }),
    { numRuns: 5_000 },
  );
});
