import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInstructions, orderDocuments, type PlacedDocument } from '../../../src/core/context/orderParts.ts';
import { arbitraryItem } from './arbitraryScope.ts';

const path = fc.constantFrom('CLAUDE.md', 'a.ts', 'docs/AGENTS.md', 'b.ts');
const placed: fc.Arbitrary<PlacedDocument> = fc
  .record({ item: arbitraryItem(path), path, detail: fc.constantFrom(undefined, 'outline', 'diff') })
  .map((made) => ({
    item: made.item,
    document: { path: made.path, text: '', ...(made.detail !== undefined && { detail: made.detail }) },
    filePath: made.path,
  }));

describe('orderDocuments', () => {
  it('loses and doubles nothing, and ordering twice is ordering once', () => {
    fc.assert(
      fc.property(fc.array(placed), (documents) => {
        const { stable, volatile } = orderDocuments(documents);
        const all = [...stable, ...volatile];
        expect(all).toHaveLength(documents.length);
        expect(new Set(all)).toEqual(new Set(documents));
        expect(orderDocuments(all)).toEqual({ stable, volatile });
      }),
    );
  });

  it('keeps the order of what belongs together', () => {
    fc.assert(
      fc.property(fc.array(placed), (documents) => {
        const files = documents.filter(
          ({ item, document }) => item.kind === 'lines' && item.stable !== true && document.detail !== 'diff',
        );
        const { volatile } = orderDocuments(documents);
        expect(volatile.filter((each) => files.includes(each))).toEqual(files);
      }),
    );
  });

  it('takes for stable what is marked and what instructs, but never a change', () => {
    fc.assert(
      fc.property(fc.array(placed), (documents) => {
        const isChange = ({ item, document }: PlacedDocument) =>
          item.kind === 'gitDiff' || document.detail === 'diff';
        const { stable, volatile } = orderDocuments(documents);
        expect(stable.filter(isChange)).toEqual([]);
        expect(volatile.filter((each) => each.item.stable === true && !isChange(each))).toEqual([]);
      }),
    );
  });
});

describe('isInstructions', () => {
  it.each([
    'CLAUDE.md',
    'app/AGENTS.md',
    '.github/copilot-instructions.md',
    '.cursor/rules/style.mdc',
    '.cursorrules',
  ])('knows %s', (label) => expect(isInstructions(label)).toBe(true));

  it.each(['README.md', 'MYCLAUDE.md', 'CLAUDE.md.bak', 'AGENTS.md/a.ts', 'copilot-instructions.md'])(
    'does not take %s for one',
    (label) => expect(isInstructions(label)).toBe(false),
  );
});
