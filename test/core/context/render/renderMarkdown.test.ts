import { describe, expect, it } from 'vitest';
import { renderText } from '../../../../src/core/context/render/formats.ts';
import { parseMarkdown } from '../../../../src/core/context/render/renderMarkdown.ts';
import type { PromptPart } from '../../../../src/core/context/render/scopeDocument.ts';

const renderMarkdown = (parts: readonly PromptPart[]) => renderText('markdown', parts);

describe('renderMarkdown', () => {
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
