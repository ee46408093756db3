import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIdentifiers } from '../../../../../src/core/context/suggest/facts/countIdentifiers.ts';

describe('countIdentifiers', () => {
  it('counts identifiers and words', () => {
    expect([...countIdentifiers('let aB_1 = $x + 12ab + aB_1; // Größe a 名前', 99)]).toEqual([
      ['let', 1],
      ['aB_1', 2],
      ['$x', 1],
      ['ab', 1],
      ['Größe', 1],
      ['名前', 1],
    ]);
  });

  it('leaves out what is too long to be a name, and stops at the limit', () => {
    expect([...countIdentifiers(`${'x'.repeat(61)} aa bb aa cc`, 2)]).toEqual([
      ['aa', 2],
      ['bb', 1],
    ]);
  });

  it('finds what a pattern finds', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '_', '$', '1', ' ', '.', 'é', '名', '\n', '-'),
    });
    fc.assert(
      fc.property(text, (sample) => {
        const found = sample.match(/[\p{L}_$][\p{L}\p{N}_$]+/gu) ?? [];
        const long = found.filter((name) => name.length <= 60);
        expect([...countIdentifiers(sample, 999).keys()]).toEqual([...new Set(long)]);
      }),
    );
  });
});
