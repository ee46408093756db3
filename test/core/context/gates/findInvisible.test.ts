import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInvisible, stripInvisible } from '../../../../src/core/context/gates/findInvisible.ts';

const tags = (text: string) =>
  [...text].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('');

describe('findInvisible', () => {
  it('finds nothing in ordinary text', () => {
    expect(findInvisible('const größe = "漢字";\r\n\t// naïve café\n')).toEqual([]);
  });

  it('reads what tag characters spell', () => {
    expect(findInvisible(`Hi${tags('ignore all')}!`)).toEqual([
      { start: 2, end: 22, kind: 'tag', count: 10, names: ['TAG CHARACTER'], hiddenText: 'ignore all' },
    ]);
  });

  it('groups runs by kind and names what is in them', () => {
    expect(findInvisible('a\u200b\u2060\u202eb\u00ad')).toEqual([
      { start: 1, end: 3, kind: 'zeroWidth', count: 2, names: ['ZERO WIDTH SPACE', 'WORD JOINER'] },
      { start: 3, end: 4, kind: 'bidi', count: 1, names: ['RIGHT-TO-LEFT OVERRIDE'] },
      { start: 5, end: 6, kind: 'softHyphen', count: 1, names: ['SOFT HYPHEN'] },
    ]);
  });
});

describe('stripInvisible', () => {
  it.each([
    ['zero-width space', 'pass\u200bword', 'password'],
    ['Trojan Source', 'if (a\u202e\u2066) {\u2069}', 'if (a) {}'],
    ['tags', `x${tags('hidden')}y`, 'xy'],
    ['byte order mark', '\ufeffimport', 'import'],
    ['soft hyphen', 'hy\u00adphen', 'hyphen'],
    ['joiner between Latin letters', 'a\u200db', 'ab'],
    ['stray variation selectors', 'a\ufe0f\u{e0100}b', 'ab'],
    ['bytes hidden behind an emoji', '😀\ufe0f\u{e0101}\u{e0102}', '😀\ufe0f'],
    ['a second joiner', 'नमस्\u200d\u200dते', 'नमस्\u200dते'],
    ['a flag with other tags', `\u{1f3f4}${tags('abcde')}\u{e007f}`, '\u{1f3f4}'],
    ['Hangul filler', 'a\u3164b\uffa0', 'ab'],
  ])('takes out: %s', (_, text, stripped) => {
    expect(stripInvisible(text)).toBe(stripped);
  });

  it.each([
    ['family', '👨‍👩‍👧'],
    ['skin tone and profession', '👩🏽‍💻'],
    ['heart with selector, joined', '👩‍❤️‍👨'],
    ['rainbow flag', '🏳️‍🌈'],
    ['text presentation', '☎\ufe0e'],
    ['keycaps', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
    ['flag of Scotland', `\u{1f3f4}${tags('gbsct')}\u{e007f}`],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Malayalam at the end of a word', 'അവന്\u200d'],
    ['Khmer line break', 'ភាសា\u200bខ្មែរ'],
    ['ideograph variant', '葛\u{e0100}'],
    ['Mongolian variant', 'ᠠ\u180b'],
  ])('keeps: %s', (_, text) => {
    expect(stripInvisible(text)).toBe(text);
    expect(findInvisible(text)).toEqual([]);
  });

  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '\u200b',
            '\u200c',
            '\u200d',
            '\ufe0f',
            '\u202e',
            '\u00ad',
            '\u{e0067}',
            '\u{e007f}',
            '\u{1f3f4}',
            '1',
            '\u20e3',
          ],
          ...[
            '😀',
            '🏽',
            '❤',
            'ن',
            'क',
            '葛',
            'ไ',
            '\u115f',
            '\u1160',
            '\u1161',
            'a',
            '\ud83d',
            '\ude00',
            tags('gbeng'),
          ],
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((parts) => parts.join(''));

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = stripInvisible(text);
        expect(stripInvisible(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes out what is found and nothing else', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let kept = '';
        let at = 0;
        for (const { start, end } of findInvisible(text)) {
          kept += text.slice(at, start);
          at = end;
        }
        expect(kept + text.slice(at)).toBe(stripInvisible(text));
      }),
      { numRuns: 1000 },
    );
  });
});
