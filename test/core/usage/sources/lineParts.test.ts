import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineParts, parseLineParts } from '../../../../src/core/usage/sources/lineParts.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `const value${from + index} = compute(${from + index});`);

describe('parts of lines', () => {
  it('are the same wherever the lines stand', () => {
    const whole = parseLineParts(lineParts(lines(0, 600).join('\n')));
    const later = parseLineParts(lineParts(lines(150, 450).join('\n')));
    const known = new Set(whole.map(({ hash }) => hash));
    const shared = later.filter(({ hash }) => known.has(hash));
    // All but the first and the last, which begin or end elsewhere.
    expect(shared.length).toBeGreaterThanOrEqual(later.length - 2);
  });

  it('do not depend on line numbers before the lines', () => {
    const plain = lines(0, 200);
    const numbered = plain.map((line, index) => `${String(index + 1).padStart(6)}→${line}`);
    expect(lineParts(numbered.join('\n'))).toBe(lineParts(plain.join('\n')));
  });

  it('hold all characters but the line ends between them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 200, maxLength: 300 }), (texts) => {
        const text = texts.map((each) => `a line with ${each.replaceAll('\n', ' ')}`).join('\n');
        const parts = parseLineParts(lineParts(text));
        const chars = parts.reduce((sum, part) => sum + part.chars, 0);
        expect(chars + parts.length - 1).toBe(text.length);
      }),
    );
  });

  it('are not made of short texts', () => {
    expect(lineParts('short')).toBeUndefined();
    expect(parseLineParts(undefined)).toEqual([]);
  });
});
