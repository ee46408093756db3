import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLines, mergeRanges } from '../../../src/core/context/addLines.ts';
import { setItemChecked } from '../../../src/core/context/scope.ts';
import { fileItem, linesItem } from '../../../src/core/context/scopeItem.ts';

const range = (startLine: number, endLine: number) => ({ startLine, endLine });

const ranges = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(6)).map(([start, more]) => range(start, start + more)),
  { maxLength: 8 },
);

const linesOf = (some: readonly { startLine: number; endLine: number }[]) =>
  [...Array(40).keys()].filter((line) =>
    some.some(({ startLine, endLine }) => startLine <= line && line <= endLine),
  );

describe('mergeRanges', () => {
  it('keeps every line once, apart from each other and in order', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        const merged = mergeRanges(some);
        expect(linesOf(merged)).toEqual(linesOf(some));
        for (const [index, { startLine }] of merged.entries()) {
          if (index > 0) expect(startLine).toBeGreaterThan((merged[index - 1]?.endLine ?? 0) + 1);
        }
      }),
    );
  });
});

describe('addLines', () => {
  it('merges what touches, and leaves other files and whole files alone', () => {
    const scope = [linesItem('/a', range(3, 5)), fileItem('/a'), linesItem('/b', range(1, 9))];
    expect(addLines(scope, '/a', [range(6, 7), range(20, 21)])).toEqual([
      fileItem('/a'),
      linesItem('/b', range(1, 9)),
      linesItem('/a', range(3, 7)),
      linesItem('/a', range(20, 21)),
    ]);
  });

  it('keeps an item that does not change where it is, and checks it again', () => {
    const scope = setItemChecked([linesItem('/a', range(3, 5)), fileItem('/b')], 'lines:/a#3-5', false);
    expect(addLines(scope, '/a', [range(4, 5)])).toEqual([linesItem('/a', range(3, 5)), fileItem('/b')]);
  });

  it('adding twice is adding once', () => {
    fc.assert(
      fc.property(ranges, ranges, (first, second) => {
        const once = addLines(addLines([], '/a', first), '/a', second);
        expect(addLines(once, '/a', second)).toEqual(once);
      }),
    );
  });
});
