import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyGates } from '../../../../src/core/context/gates/applyGates.ts';

// Put together at run time: no file of this project holds anything that looks like a key.
const KEY = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;

describe('applyGates', () => {
  it('redacts a secret that an invisible character hides, and says what it was', () => {
    const hidden = `${KEY.slice(0, 10)}\u200b${KEY.slice(10)}`;
    const { text, redacted, strippedUnits } = applyGates(`token: ${hidden}\nnext line\n`);
    expect(text).toMatch(/^token: \[redacted: [^\]]+\]\nnext line\n$/);
    expect(redacted).toHaveLength(1);
    expect(strippedUnits).toBe(1);
  });

  it('leaves ordinary text as it is', () => {
    const text = 'const größe = compute("漢字 😀 👩‍👩‍👧");\r\n\tdone\0\n';
    expect(applyGates(text)).toEqual({ text, redacted: [], strippedUnits: 0 });
  });

  it('applying twice is applying once', () => {
    const part = fc.oneof(
      fc.constantFrom(
        KEY,
        '\u200b',
        '\u202e',
        '\u{e0041}',
        'password = "',
        '"\n',
        ' ',
        'AKIA',
        '[redacted: ',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = applyGates(parts.join(''));
        expect(applyGates(once.text)).toEqual({ text: once.text, redacted: [], strippedUnits: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});
