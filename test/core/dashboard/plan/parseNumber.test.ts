import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../../src/core/dashboard/plan/parseNumber.ts';

describe('parseNumber', () => {
  it.each([
    ['200000', 200_000],
    [' 200,000 ', 200_000],
    ['200 000', 200_000],
    ['200_000', 200_000],
    ['1,234,567.5', 1_234_567.5],
    ['0.99', 0.99],
    ['0,99', 0.99],
    ['0,125', 0.125],
    ['-5', -5],
    ['1e3', 1000],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', '  ', 'x', '1,23,4', '12 tokens', '--1', 'NaN', '1.2.3'])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it('reads each number that it is given, with or without thousands parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(parseNumber(String(value))).toBe(value);
        expect(parseNumber(value.toLocaleString('en-US'))).toBe(value);
      }),
    );
  });
});
