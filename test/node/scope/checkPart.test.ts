import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredFile } from '../../../src/core/context/measuredScope.ts';
import { folderItem, type ManyFilesItem } from '../../../src/core/context/scopeItem.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { checkPart, isPartChecked } from '../../../src/node/scope/checkPart.ts';
import { buildMeasuredTree } from '../../../src/node/scope/measuredTree.ts';

const count = (tokens: number) => ({ tokens, mix: CODE_ONLY });

const paths = ['/d/a.ts', '/d/sub/b.ts', '/d/sub/c.ts', '/d/sub/deep/e.ts', '/d/z.ts'];
const tree = buildMeasuredTree(
  '/d',
  paths.map((path) => ({ path, label: path, count: count(1) })),
);

function folder(changes: Partial<Pick<ManyFilesItem, 'checked' | 'excluded'>> = {}): ManyFilesItem {
  return { ...folderItem('/d'), ...changes };
}

function takenOf(item: ManyFilesItem): string[] {
  return paths.filter((path) => isPartChecked(item, path));
}

describe('checkPart', () => {
  it('leaves a file out and takes it in again', () => {
    const without = checkPart(folder(), tree, '/d/a.ts', false);
    expect(without.excluded).toEqual(['/d/a.ts']);
    expect(checkPart(without, tree, '/d/a.ts', true)).toEqual(folder());
  });

  it('takes one file in from a folder that is left out, and nothing beside it', () => {
    const item = checkPart(folder({ excluded: ['/d/sub'] }), tree, '/d/sub/deep/e.ts', true);
    expect(takenOf(item)).toEqual(['/d/a.ts', '/d/sub/deep/e.ts', '/d/z.ts']);
  });

  it('takes one file in from an item that is unchecked, and nothing beside it', () => {
    const item = checkPart(folder({ checked: false }), tree, '/d/sub/b.ts', true);
    expect(takenOf(item)).toEqual(['/d/sub/b.ts']);
  });

  it('takes in a folder with all that was left out below it', () => {
    const item = checkPart(folder({ excluded: ['/d/sub/b.ts', '/d/sub/deep'] }), tree, '/d/sub', true);
    expect(takenOf(item)).toEqual(paths);
  });

  it('changes what lies in the part, and nothing else', () => {
    const parts = [...paths, '/d/sub', '/d/sub/deep'];
    const steps = fc.array(fc.tuple(fc.constantFrom(...parts), fc.boolean()));
    fc.assert(
      fc.property(steps, fc.boolean(), (changes, checked) => {
        let item = folder({ checked });
        for (const [part, isTaken] of changes) {
          const before = takenOf(item);
          item = checkPart(item, tree, part, isTaken);
          const inPart = (path: string) => path === part || path.startsWith(`${part}/`);
          expect(takenOf(item)).toEqual(
            paths.filter((path) => (inPart(path) ? isTaken && item.checked : before.includes(path))),
          );
        }
      }),
    );
  });
});

describe('buildMeasuredTree', () => {
  it('sums up what is taken, left out and skipped at every level', () => {
    const files: MeasuredFile[] = [
      { path: '/d/a', label: 'a', count: count(2) },
      { path: '/d/sub/b', label: 'b', count: count(3), excluded: true },
      { path: '/d/sub/c', label: 'c', count: count(5) },
      { path: '/d/sub/d', label: 'd', skip: 'binary' },
      { path: '/d/sub/e', label: 'e', note: 'duplicate' },
    ];
    const root = buildMeasuredTree('/d', files);
    expect(root).toMatchObject({
      taken: { files: 2, count: { tokens: 7 } },
      excluded: { files: 1, count: { tokens: 3 } },
      skippedFiles: 1,
    });
    expect([...root.children.keys()]).toEqual(['a', 'sub']);
    expect(root.children.get('sub')).toMatchObject({
      path: '/d/sub',
      taken: { files: 1, count: { tokens: 5 } },
    });
    expect(root.children.get('sub')?.children.get('d')?.file?.skip).toBe('binary');
  });

  it('is the file itself for an item that is one, or a folder that cannot be read', () => {
    const root = buildMeasuredTree('/gone', [{ path: '/gone', label: 'gone', skip: 'missing' }]);
    expect(root.children.size).toBe(0);
    expect(root.file?.skip).toBe('missing');
  });
});
