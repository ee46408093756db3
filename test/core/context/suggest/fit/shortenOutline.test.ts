import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '../../../../../src/core/context/suggest/fit/cutExcerpt.ts';
import { nameLine } from '../../../../../src/core/context/suggest/fit/nameLine.ts';
import { shortenOutline } from '../../../../../src/core/context/suggest/fit/shortenOutline.ts';

/** One token for each word, so that expectations can be counted by hand. */
const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

const OUTLINE = '1 import a\n3 class Reader\n4   open\n9   parse header\n20 class Writer\n21   close\n';

describe('shortenOutline', () => {
  it('gives back what fits', () => {
    expect(shortenOutline(OUTLINE, new Set(), 99, countWords)).toBe(OUTLINE);
  });

  it('keeps lines with words of the task, then the outer ones, and marks the rest', () => {
    expect(shortenOutline(OUTLINE, new Set(['head']), 14, countWords)).toBe(
      '3 class Reader\n9   parse header\n20 class Writer\n…\n',
    );
  });

  it('is nothing when not two lines fit', () => {
    expect(shortenOutline(OUTLINE, new Set(), 8, countWords)).toBeUndefined();
    expect(shortenOutline(OUTLINE, new Set(), -5, countWords)).toBeUndefined();
  });
});

describe('cutExcerpt', () => {
  const text = Array.from({ length: 100 }, (_, index) => `line ${index + 1}\n`).join('');

  it('takes whole lines around the words', () => {
    const found = cutExcerpt(text.replace('line 60', 'head sixty'), new Set(['head']), 18, countWords);
    expect(found?.lines).toEqual({ startLine: 57, endLine: 65 });
    expect(found?.text.startsWith('line 57\n')).toBe(true);
  });

  it('starts at the top when nothing is looked for', () => {
    expect(cutExcerpt(text, new Set(), 6, countWords)?.lines).toEqual({ startLine: 1, endLine: 3 });
  });

  it('is nothing when no line fits', () => {
    expect(cutExcerpt(text, new Set(), 1, countWords)).toBeUndefined();
  });
});

describe('nameLine', () => {
  it('shows names with words of the task before others, in their order', () => {
    const names = [...Array(12).keys()].map((index) => `name${index}`);
    expect(nameLine('a.ts', [...names, 'parseHeader'], new Set(['head']))).toBe(
      'a.ts: name0, name1, name2, name3, name4, name5, name6, name7, name8, parseHeader',
    );
  });

  it('is nothing without names, and always one line', () => {
    expect(nameLine('a.ts', [], new Set())).toBeUndefined();
    expect(nameLine('a\nb.ts', ['x\n## y'], new Set())).toBe('a b.ts: x ## y');
  });
});
