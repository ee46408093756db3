import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLines } from '../../../src/core/context/cutLines.ts';

describe('cutLines', () => {
  it('keeps the line ends', () => {
    expect(cutLines('a\r\nb\rc\nd', { startLine: 2, endLine: 3 })).toBe('b\rc\n');
    expect(cutLines('a\nb', { startLine: 2, endLine: 2 })).toBe('b');
  });

  it('leaves out lines beyond the end', () => {
    expect(cutLines('a\nb\n', { startLine: 2, endLine: 99 })).toBe('b\n');
    expect(cutLines('a', { startLine: 5, endLine: 6 })).toBe('');
    expect(cutLines('', { startLine: 1, endLine: 1 })).toBe('');
  });

  it('adds up: two neighbouring cuts are one long cut', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r', '\r\n', 'bc'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(20), (whole, middle) => {
        const head = cutLines(whole, { startLine: 1, endLine: middle });
        expect(head + cutLines(whole, { startLine: middle + 1, endLine: 1000 })).toBe(whole);
      }),
    );
  });
});
