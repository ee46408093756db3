import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseMarkdown,
  renderMarkdown,
  type ScopeDocument,
} from '../../../src/core/context/renderMarkdown.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '```',
        '````\n',
        '~~~',
        '\n',
        '\r\n',
        '\r',
        '## a.ts\n\n```\n',
        '#',
        ' (lines 1-2)',
        '\u2028',
        '\u202e',
        '\ufeff',
        '\0',
        '"',
        '\\',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const lines = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 99 }))
  .map(([startLine, more]) => ({ startLine, endLine: startLine + more }));

const scopeDocument: fc.Arbitrary<ScopeDocument> = fc.record(
  { path: fc.oneof(fc.constantFrom('src/a.ts', 'a b/c.py', ''), hostileText), lines, text: hostileText },
  { requiredKeys: ['path', 'text'] },
);

describe('renderMarkdown', () => {
  it('gives the documents back when parsed, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(scopeDocument, { maxLength: 4 }), (documents) => {
        expect(parseMarkdown(renderMarkdown(documents))).toEqual(documents);
      }),
      { numRuns: 3000 },
    );
  });

  it('writes a heading and a fence with the language of each file', () => {
    const text = renderMarkdown([
      { path: 'src/a.ts', text: 'let a = 1;\n' },
      { path: 'docs/b.md', lines: { startLine: 3, endLine: 4 }, text: '```sh\nls\n```' },
    ]);
    expect(text).toBe(
      '## src/a.ts\n\n```ts\nlet a = 1;\n```\n\n' +
        '## docs/b.md (lines 3-4) (no newline at end)\n\n````md\n```sh\nls\n```\n````\n',
    );
  });

  it('quotes a path that could be taken for something else', () => {
    const [heading] = renderMarkdown([{ path: 'a\n## b\u202e.ts', text: '' }]).split('\n\n');
    expect(heading).toBe('## "a\\n## b\\u202e.ts"');
  });

  it('refuses to parse what it did not render', () => {
    expect(() => parseMarkdown('hello')).toThrow('Not a rendered scope');
    expect(() => parseMarkdown('## a.ts\n\n```ts\nopen')).toThrow('Not a rendered scope');
  });
});
