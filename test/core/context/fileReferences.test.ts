import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReferences } from '../../../src/core/context/fileReferences.ts';

describe('renderReferences', () => {
  it('points to files and lines, each once', () => {
    const lines = { startLine: 3, endLine: 40 };
    const references = [
      { path: 'src/a.ts' },
      { path: 'src/a.ts', lines },
      { path: 'src/a.ts' },
      { path: 'my docs/b.md', lines },
    ];
    expect(renderReferences(references)).toBe('@src/a.ts\n@src/a.ts#L3-40\n@"my docs/b.md#L3-40"\n');
  });

  it('gives any path back, on one line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (path) => {
        const rendered = renderReferences([{ path }]);
        expect(rendered).toMatch(/^@[^\p{C}\p{Zl}\p{Zp}]+\n$/u);
        const shown = rendered.slice(1, -1);
        expect(shown.startsWith('"') ? JSON.parse(shown) : shown).toBe(path);
      }),
    );
  });
});
