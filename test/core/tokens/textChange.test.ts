import { describe, expect, it } from 'vitest';
import { orderFromEnd, type TextChange } from '../../../src/core/tokens/textChange.ts';

describe('orderFromEnd', () => {
  it('keeps the order of VS Code', () => {
    const changes = [change(8, 2, 'c'), change(5, 0, 'b'), change(5, 0, 'a'), change(0, 5, '')];
    expect(orderFromEnd(changes, 10)).toBe(changes);
  });

  it('turns round changes given from the start, insertions at one place staying in their order', () => {
    const changes = [change(1, 1, 'a'), change(5, 0, 'b'), change(5, 0, 'c'), change(5, 2, 'd')];
    expect(orderFromEnd(changes, 10).map(({ text }) => text)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('sorts changes given in no order', () => {
    const changes = [change(3, 1, 'b'), change(9, 0, 'c'), change(0, 2, 'a')];
    expect(orderFromEnd(changes, 10).map(({ text }) => text)).toEqual(['c', 'b', 'a']);
  });

  it.each([
    ['overlaps', [change(4, 3, ''), change(2, 3, '')]],
    ['ends beyond the text', [change(8, 3, '')]],
    ['starts before the text', [change(-1, 0, '')]],
    ['has a negative length', [change(3, -1, '')]],
    ['has no whole offset', [change(0.5, 0, '')]],
    ['has no offset', [change(Number.NaN, 0, '')]],
  ])('refuses a change that %s', (_, changes) => {
    expect(() => orderFromEnd(changes, 10)).toThrow(RangeError);
  });
});

function change(rangeOffset: number, rangeLength: number, text: string): TextChange {
  return { rangeOffset, rangeLength, text };
}
