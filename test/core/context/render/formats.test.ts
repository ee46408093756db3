import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETAILS } from '../../../../src/core/context/detail.ts';
import { FORMATS, renderText, SCOPE_FORMATS } from '../../../../src/core/context/render/formats.ts';
import type { PromptPart, ScopeDocument } from '../../../../src/core/context/render/scopeDocument.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '```',
        '````\n',
        '~~~',
        '===',
        '==== ',
        ']]>',
        '</document>\n',
        '\n</document-2>\n',
        '&#10;',
        '&amp;',
        '<documents>',
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
  {
    path: fc.oneof(fc.constantFrom('src/a.ts', 'a b/c.py', '# Task', ''), hostileText),
    lines,
    detail: fc.constantFrom(...DETAILS.filter((detail) => detail !== 'full')),
    text: hostileText,
  },
  { requiredKeys: ['path', 'text'] },
);

/** Documents around one task, wherever it stands, or none. */
const prompt = fc
  .tuple(
    fc.array(scopeDocument, { maxLength: 3 }),
    fc.option(
      fc.oneof(
        hostileText,
        hostileText.map((text) => `Goal: x\n${text}\n`),
      ),
      { nil: undefined },
    ),
    fc.array(scopeDocument, { maxLength: 3 }),
  )
  .map(([before, task, after]): PromptPart[] => [
    ...before,
    ...(task === undefined ? [] : [{ task }]),
    ...after,
  ]);

describe.each(SCOPE_FORMATS)('%s', (name) => {
  const { parse } = FORMATS[name];
  const render = (parts: readonly PromptPart[]) => renderText(name, parts);

  it('gives documents and task back when parsed, whatever they hold', () => {
    fc.assert(
      fc.property(prompt, (parts) => {
        expect(parse(render(parts))).toEqual(parts);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a rendered text as the text of a document', () => {
    const inner = render([{ path: 'a.ts', text: 'one\n' }]);
    const documents = [{ path: 'prompt.md', text: render([{ path: 'b.ts', text: inner }]) }];
    expect(parse(render(documents))).toEqual(documents);
  });

  it('refuses to parse what it did not render', () => {
    const [whole] = [render([{ path: 'a.ts', text: 'one\n' }])];
    expect(() => parse('hello')).toThrow('Not a rendered scope');
    expect(() => parse(whole.slice(0, -3))).toThrow('Not a rendered scope');
  });

  it('renders nothing as nothing', () => {
    expect(render([])).toBe('');
    expect(parse('')).toEqual([]);
  });
});

describe('xml', () => {
  it('keeps the text as it is and numbers the tag only where it must', () => {
    const text = renderText('xml', [
      { path: 'a"<b>.ts', text: 'if (a < b && c) {}\n' },
      { path: 'b.html', lines: { startLine: 3, endLine: 4 }, text: 'x\n</document>' },
    ]);
    expect(text).toBe(
      '<documents>\n<document index="1" path="a&#34;&#60;b&#62;.ts">\nif (a < b && c) {}\n</document>\n' +
        '<document-2 index="2" path="b.html" lines="3-4" newline-at-end="no">\nx\n</document>\n</document-2>\n</documents>\n',
    );
  });
});

describe('plain', () => {
  it('puts each text between rules longer than any inside', () => {
    const text = renderText('plain', [{ path: 'a.md', text: 'Title\n=====\n' }]);
    expect(text).toBe('====== a.md ======\nTitle\n=====\n======\n');
  });
});
