import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FenwickTree } from '../../../src/core/tokens/fenwickTree.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 70 });
const additions = fc.array(fc.tuple(fc.nat(), fc.nat(9)), { maxLength: 10 });

it('sums prefixes and finds positions as a plain list does, while values change', () => {
  fc.assert(
    fc.property(lengths, additions, (initial, changes) => {
      const values = [...initial];
      const tree = new FenwickTree(values);
      for (const [at, delta] of values.length === 0 ? [] : changes) {
        values[at % values.length]! += delta;
        tree.add(at % values.length, delta);
      }
      let sum = 0;
      for (const [index, value] of values.entries()) {
        expect(tree.prefix(index)).toBe(sum);
        for (let inside = 0; inside < value; inside++) expect(tree.locate(sum + inside)).toBe(index);
        sum += value;
      }
      expect(tree.prefix(values.length)).toBe(sum);
      expect(tree.locate(sum)).toBe(values.length);
    }),
    { numRuns: 500 },
  );
});
