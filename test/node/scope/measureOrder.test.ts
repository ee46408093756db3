import { join } from 'node:path';
import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { locateLine } from '../../../src/core/context/locateLine.ts';
import { SCOPE_FORMATS } from '../../../src/core/context/render/formats.ts';
import type { PromptPart } from '../../../src/core/context/render/scopeDocument.ts';
import { setItemStable } from '../../../src/core/context/scope.ts';
import { fileItem, folderItem, linesItem, textItem } from '../../../src/core/context/scopeItem.ts';
import { gateText } from '../../../src/node/gates/gateText.ts';
import { arbitraryItem } from '../../core/context/arbitraryScope.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { measureText, readScope } from './measureText.ts';

const encoder = new Tiktoken(o200k);
const count = (text: string) => encoder.encode(text, [], []).length;
const titleOf = (part: PromptPart) => ('task' in part ? 'the task' : part.path);

describe('the order of a prompt', () => {
  it.each(SCOPE_FORMATS)(
    'is instructions, what is stable, the task, the rest, texts, in %s',
    async (format) => {
      const folder = makeFolder({
        'a.ts': 'let a = 1;\n',
        'docs/AGENTS.md': 'Be brief.\n',
        'reference.md': '# Reference',
        'z.ts': 'let z = 26;',
      });
      const reference = fileItem(join(folder, 'reference.md'));
      const scope = [textItem('note', 'Last'), folderItem(folder), reference];
      const marked = setItemStable(scope, reference.id, true);
      const task = { goal: 'Add b' };
      const { parts, measured, text, places } = await measureText(folder, marked, { format, task });
      expect(parts.map(titleOf)).toEqual([
        'docs/AGENTS.md',
        'reference.md',
        'the task',
        'a.ts',
        'z.ts',
        'note',
      ]);
      const start = places.find(({ label }) => label === 'a.ts')?.textLine as number;
      const before = text.split('\n').slice(0, start).join('\n');
      expect(measured.stableTokens).toBeGreaterThan(count('Be brief.\n# Reference'));
      expect(measured.stableTokens).toBeLessThan(count(before));
      const stable = text.slice(0, text.search(/^(?:# Task|=+ # Task|<task>)/m)).replace(/\n\n$/, '\n');
      expect(measured.stableTokens).toBe(count(stable));
      expect(measured.total.tokens).toBe(count(text));
    },
  );

  it.each(SCOPE_FORMATS)('begins with the task where nothing is stable, in %s', async (format) => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const { parts, measured } = await measureText(folder, [folderItem(folder)], {
      format,
      task: { goal: 'Go', doneCriteria: 'It runs\nand stops' },
    });
    expect(parts.map(titleOf)).toEqual(['the task', 'a.ts']);
    expect(parts[0]).toEqual({ task: 'Goal: Go\nDone when:\nIt runs\nand stops\n' });
    expect(measured.stableTokens).toBe(0);
  });

  it.each(SCOPE_FORMATS)(
    'knows a stable part again that something was added behind, in %s',
    async (format) => {
      const folder = makeFolder({ 'a.md': 'One.\n', 'b.md': 'Two.\n', 'c.ts': 'c' });
      const [a, b, c] = ['a.md', 'b.md', 'c.ts'].map((name) => fileItem(join(folder, name)));
      const first = setItemStable([a!, c!], a!.id, true);
      const added = setItemStable([...first, b!], b!.id, true);
      const other = setItemStable(added, a!.id, false);
      const { measured } = await readScope(folder, first, { format });
      expect((await readScope(folder, added, { format })).startHashes).toContain(measured.stableHash);
      expect((await readScope(folder, other, { format })).startHashes).not.toContain(measured.stableHash);
    },
  );

  it('counts the stable part as it leaves: after the gates', async () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const key = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
    const folder = makeFolder({ 'CLAUDE.md': `Use ${key}\u200b\n` });
    const { measured, text } = await measureText(folder, [folderItem(folder)]);
    expect(measured.stableTokens).toBe(count(gateText(text).text));
    expect(measured.stableTokens).toBe(measured.total.tokens);
  });
});

describe('the places of documents', () => {
  const texts = [
    '',
    '\n',
    '`',
    '```\n',
    '=',
    '===\n',
    '>\n',
    '</document>\n',
    '</documents>\n',
    'd',
    '## a.ts\n',
  ];

  it.each(SCOPE_FORMATS)('are those of their lines, whatever is in them, in %s', async (format) => {
    const long = Array.from({ length: 30 }, (_none, index) => `line ${index + 1}\n`).join('');
    const folder = makeFolder({
      ...Object.fromEntries(texts.map((text, index) => [`${index}.txt`, text])),
      'CLAUDE.md': 'Be brief.\nBe kind.',
      'long.txt': long,
    });
    const names = ['CLAUDE.md', ...texts.map((_text, index) => `${index}.txt`)];
    const range = { startLine: 7, endLine: 9 };
    const scope = [
      ...names.map((name) => fileItem(join(folder, name))),
      linesItem(join(folder, 'long.txt'), range),
    ];
    const { places, text } = await measureText(folder, scope, { format, task: { goal: 'One\nTwo' } });
    const lines = text.split('\n');
    const read = places.map(({ label, textLine, lineCount }) => [
      label,
      lines.slice(textLine, textLine + lineCount).join('\n'),
    ]);
    const bodyOf = (body: string) => body.replace(/\n$/, '');
    expect(read).toEqual([
      ['CLAUDE.md', 'Be brief.\nBe kind.'],
      ...texts.map((body, index) => [`${index}.txt`, bodyOf(body)]),
      ['long.txt', 'line 7\nline 8\nline 9'],
    ]);
    expect(locateLine(places, lines.indexOf('line 8'))).toMatchObject({
      place: { label: 'long.txt' },
      line: 8,
    });
    expect(locateLine(places, lines.indexOf('Be kind.'))).toMatchObject({
      place: { label: 'CLAUDE.md' },
      line: 2,
    });
    expect(locateLine(places, lines.indexOf('Two'))).toBeUndefined();
    expect(locateLine(places, lines.length)).toBeUndefined();
  });
});

describe('any scope', () => {
  it('is counted as it leaves, its stable part is no more than all of it, and each document stands at its place', async () => {
    const long = Array.from({ length: 300 }, (_none, index) => `line ${index + 1}\n`).join('');
    const contents: Record<string, string> = {
      'a.md': '# A',
      'b.ts': 'let b = 1;\n',
      'c.txt': long,
      'AGENTS.md': '=\n',
    };
    const folder = makeFolder(contents);
    const path = fc.constantFrom(folder, ...Object.keys(contents).map((name) => join(folder, name)));
    const scopes = fc.uniqueArray(arbitraryItem(path), { selector: ({ id }) => id, maxLength: 6 });
    const task = fc.record({ goal: fc.constantFrom('', 'Go', 'One\n\n## two\n') });
    await fc.assert(
      fc.asyncProperty(scopes, task, fc.constantFrom(...SCOPE_FORMATS), async (scope, given, format) => {
        const { measured, text, places, parts } = await measureText(folder, scope, { format, task: given });
        expect(measured.total.tokens).toBe(count(gateText(text).text));
        expect(measured.stableTokens).toBeLessThanOrEqual(measured.total.tokens);
        expect(places).toHaveLength(measured.documentCount);
        expect(places.map(({ label }) => label)).toEqual(parts.filter((part) => 'path' in part).map(titleOf));
        const lines = text.split('\n');
        for (const { label, textLine, lineCount, firstLine } of places) {
          if (firstLine === undefined) continue;
          const own = (contents[label] as string).split('\n').slice(firstLine - 1, firstLine - 1 + lineCount);
          expect(lines.slice(textLine, textLine + lineCount)).toEqual(own);
        }
      }),
      { numRuns: 60 },
    );
  });
});
