import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyGates } from '../../../../src/core/context/gates/applyGates.ts';

// Put together at run time: no file of this project holds anything that looks like a key.
const KEY = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;

describe('applyGates', () => {
  it('redacts a secret that an invisible character hides, and says what it was', () => {
    const hidden = `${KEY.slice(0, 10)}\u200b${KEY.slice(10)}`;
    const { text, secrets, invisible } = applyGates(`first line\ntoken: ${hidden}\nnext line\n`);
    expect(text).toMatch(/^first line\ntoken: \[redacted: [^\]]+\]\nnext line\n$/);
    expect(secrets).toMatchObject([{ line: 1 }]);
    expect(invisible).toMatchObject([{ line: 1, count: 1, names: ['ZERO WIDTH SPACE'] }]);
    expect(JSON.stringify(secrets)).not.toContain(KEY.slice(4, 12));
  });

  it('says what invisible characters spell, but no secret that they spell', () => {
    const spell = (text: string) =>
      [...text].map((each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join('');
    expect(applyGates(`a${spell('obey me')}`).invisible).toMatchObject([{ hiddenText: 'obey me' }]);
    const [found] = applyGates(`a${spell(`obey ${KEY}`)}`).invisible;
    expect(found?.hiddenText).toMatch(/^obey \[redacted: [^\]]+\]$/);
  });

  it('lets pass what the user lets pass, and lists it all the same', () => {
    const text = `a\u200b\n${KEY}\n`;
    const found = { secrets: [{ line: 1 }], invisible: [{ line: 0 }] };
    const secretKept = applyGates(text, { keepSecrets: true });
    expect(secretKept).toMatchObject({ text: `a\n${KEY}\n`, ...found });
    expect(applyGates(text, { keepInvisible: true }).text).toMatch(/^a\u200b\n\[redacted/);
    expect(applyGates(text, { keepSecrets: true, keepInvisible: true })).toMatchObject({ text, ...found });
  });

  it('leaves ordinary text as it is', () => {
    const text = 'const größe = compute("漢字 😀 👩‍👩‍👧");\r\n\tdone\0\n';
    expect(applyGates(text)).toEqual({ text, secrets: [], invisible: [] });
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
        expect(applyGates(once.text)).toEqual({ text: once.text, secrets: [], invisible: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
