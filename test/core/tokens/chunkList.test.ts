import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ChunkList } from '../../../src/core/tokens/chunkList.ts';

type Chunk = [text: string, tokens: number];

const chunk = fc.tuple(fc.string({ minLength: 1, maxLength: 4, unit: 'binary-ascii' }), fc.nat(9));
/** Up to more than two groups at once. */
const chunks = fc.oneof(fc.array(chunk, { maxLength: 5 }), fc.array(chunk, { maxLength: 400, size: 'max' }));
const replacement = fc.record({ first: fc.nat(), count: fc.oneof(fc.nat(3), fc.nat(500)), chunks });

it('finds, sums and replaces chunks as a plain list does', () => {
  fc.assert(
    fc.property(fc.array(replacement, { maxLength: 8 }), (replacements) => {
      const list = new ChunkList();
      let plain: Chunk[] = [['', 0]];
      for (const { first, count, chunks: inserted } of replacements) {
        const from = first % plain.length;
        const to = Math.min(from + count, plain.length - 1);
        list.replace(placeOf(from), placeOf(to), inserted.map(textOf), inserted.map(tokensOf));
        plain = [...plain.slice(0, from), ...inserted, ...plain.slice(to + 1)];
        if (plain.length === 0) plain = [['', 0]];
        expectSame();
      }

      function placeOf(index: number) {
        return list.locate(plain.slice(0, index).map(textOf).join('').length);
      }

      function expectSame() {
        expect(list.units).toBe(plain.map(textOf).join('').length);
        expect(list.tokens).toBe(sum(plain.map(tokensOf)));
        const starts = plain.map((_, index) => sum(plain.slice(0, index).map(([text]) => text.length)));
        const places = plain.map(([text], index) =>
          list.locate(starts[index]! + Math.max(text.length - 1, 0)),
        );
        expect(places.map(({ start }) => start)).toEqual(starts);
        expect(places.map((place) => [list.textAt(place), list.tokensAt(place)])).toEqual(plain);
        expect(places.map((place) => list.tokensBefore(place))).toEqual(
          plain.map((_, index) => sum(plain.slice(0, index).map(tokensOf))),
        );
        expect(places.map((place) => list.before(place)?.start)).toEqual([undefined, ...starts.slice(0, -1)]);
        expect(places.map((place) => list.behind(place)?.start)).toEqual([...starts.slice(1), undefined]);
        const middle = Math.floor(plain.length / 2);
        expect(list.textOf(places[middle]!, list.locate(list.units))).toBe(
          plain.slice(middle).map(textOf).join(''),
        );
      }
    }),
    { numRuns: 100 },
  );
});

it('keeps its sums while chunks are set', () => {
  const list = new ChunkList();
  list.replace(list.locate(0), list.locate(0), ['one ', 'two ', 'three'], [1, 1, 1]);
  list.set(list.locate(5), 'twenty-two ', 4);
  expect([list.units, list.tokens, list.textOf(list.locate(0), list.locate(99))]).toEqual([
    20,
    6,
    'one twenty-two three',
  ]);
  expect(list.tokensBefore(list.locate(19))).toBe(5);
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function textOf([text]: Chunk): string {
  return text;
}

function tokensOf([, tokens]: Chunk): number {
  return tokens;
}
