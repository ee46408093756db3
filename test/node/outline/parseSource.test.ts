import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/context/outline/renderOutline.ts';
import type { SourceSymbol } from '../../../src/core/context/outline/sourceSymbol.ts';
import { MAX_SOURCE_UNITS } from '../../../src/node/outline/parseSource.ts';
import { FIXTURES, flatten, parseSource } from './testParser.ts';

async function outline(path: string, text: string): Promise<string> {
  return renderOutline((await parseSource(path, text))?.entries ?? []);
}

const renderSymbol = ({ startLine, endLine, kind, name }: SourceSymbol) =>
  `${startLine}-${endLine} ${kind} ${name}\n`;

/** Without what an outline may leave out: comments, white space, commas before a closing bracket, attributes without news. */
function squeeze(text: string): string {
  return text
    .replace(/(^|[^:"'])(?:\/\/|# ).*$|\/\*[\s\S]*?\*\//gm, '$1')
    .replace(/#\[(?:serde|inline).*\]$/gm, '')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}>])/g, '');
}

describe.each(FIXTURES)('$language', ({ path, text, outline: expected, symbols }) => {
  it('has the outline and the symbols that were read and found right', async () => {
    const parsed = await parseSource(path, text);
    expect(renderOutline(parsed?.entries ?? [])).toBe(expected);
    expect(parsed?.symbols.map(renderSymbol).join('')).toBe(symbols);
  });

  it('says nothing that the source does not say, and says where', async () => {
    const squeezed = squeeze(text);
    const lines = text.split('\n');
    for (const { line, text: signature, doc } of flatten((await parseSource(path, text))?.entries ?? [])) {
      expect(squeezed).toContain(squeeze(signature));
      expect(lines[line - 1]).toContain(/^\W*\w*/.exec(signature)?.[0].trimEnd());
      for (const word of doc?.match(/\w+/g) ?? []) expect(text).toContain(word);
    }
  });

  it('shows no statement of a body', () => {
    for (const word of ['hidden', 'return', 'await ', 'yield', '.map(', 'println', '.notify(', 'inner']) {
      expect(expected).not.toContain(word);
    }
  });

  it('is the same with CR LF and a byte order mark', async () => {
    expect(await outline(path, text.replaceAll('\n', '\r\n'))).toBe(expected);
    expect(await outline(path, `\ufeff${text}`)).toBe(expected);
  });

  it('bears a source that is cut, spliced or garbled anywhere', async () => {
    const at = fc.nat(text.length);
    const garbled = fc.tuple(at, at, fc.string({ unit: 'binary', maxLength: 8 })).map(([a, b, dirt]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      return text.slice(0, from) + dirt + text.slice(to);
    });
    await fc.assert(
      fc.asyncProperty(garbled, async (source) => {
        const lineCount = source.split(/\r\n|\r|\n/).length;
        const parsed = await parseSource(path, source);
        for (const { line } of flatten(parsed?.entries ?? [])) expect(line).toBeLessThanOrEqual(lineCount);
        for (const { startLine, endLine } of parsed?.symbols ?? []) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          expect(endLine).toBeLessThanOrEqual(lineCount);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has nothing for nothing', async () => {
    expect(await parseSource(path, '')).toEqual({ entries: [], symbols: [] });
  });
});

const NAMES = fc
  .uniqueArray(fc.stringMatching(/^[a-zäß][a-zA-Z0-9]{0,12}$/), { minLength: 1, maxLength: 12 })
  .map((names) => names.map((name, index) => `${name}_${index}`));

describe.each([
  [
    'a.ts',
    (name: string) => `export async function ${name}<T>(a: T): Promise<T> {\n  if (a) { return a }\n}\n`,
  ],
  ['a.tsx', (name: string) => `const ${name} = (props: P) => {\n  return <b>{props.x}</b>;\n};\n`],
  ['a.js', (name: string) => `class ${name} { run() { for (;;) {} } }\n`],
  ['a.py', (name: string) => `@wraps\ndef ${name}(a, *, b=1):\n    # note\n    return a\n`],
  ['a.go', (name: string) => `func ${name}(a int) (b int, err error) {\n\treturn a, nil\n}\n`],
  ['a.java', (name: string) => `class ${name} { void run() { while (true) {} } }\n`],
  ['a.rs', (name: string) => `pub fn ${name}<T: Copy>(a: &T) -> T {\n    *a\n}\n`],
  ['a.cs', (name: string) => `public class ${name} { int Run() { return 1; } }\n`],
])('%s of any declarations', (path, declare) => {
  it('has each of them, in order, at its line', async () => {
    await fc.assert(
      fc.asyncProperty(NAMES, async (names) => {
        const text = names.map(declare).join('\n');
        const { entries, symbols } = (await parseSource(path, text)) ?? { entries: [], symbols: [] };
        expect(entries.length).toBe(names.length);
        const height = declare('x').split('\n').length;
        expect(entries.map(({ line }) => line)).toEqual(names.map((_, index) => 1 + index * height));
        for (const [index, name] of names.entries()) expect(entries[index]?.text).toContain(name);
        const own = symbols.filter(({ name }) => !name.includes('.'));
        expect(own.map(({ name }) => name)).toEqual(names);
        expect(own.map(({ endLine }) => endLine)).toEqual(names.map((_, index) => (index + 1) * height - 1));
      }),
      { numRuns: 30 },
    );
  });
});

describe('parseSource', () => {
  it('knows no other languages', async () => {
    expect(await parseSource('a.json', '{}')).toBeUndefined();
    expect(await parseSource('Makefile', 'all:')).toBeUndefined();
  });

  it('shows what it can of a class that is not finished', async () => {
    expect(await outline('a.ts', 'export class A {\n  run(): void { go(); }\n  stop(): void {\n')).toContain(
      'run(): void',
    );
    expect(await outline('a.py', 'def a():\n    pass\n\ndef b(:\n\ndef c(x):\n    return x\n')).toContain(
      'def c(x)',
    );
  });

  it.each([
    ['export default defineConfig({ setup() { hidden(); } });', 'export default defineConfig'],
    ['export default async (a: A) => { hidden(a); };', 'export default async (a: A) =>'],
    ['export default function* () { yield hidden; }', 'export default function* ()'],
    ['export default { data() { return hidden; } };', 'export default'],
    ['export default Panel;', 'export default Panel'],
  ])('shows of %s no body', async (text, expected) => {
    expect(await outline('a.ts', text)).toBe(`1 ${expected}\n`);
  });

  it('cuts a list of literals', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `'word${index}'`).join(' | ');
    const line = await outline('a.ts', `export type Word = ${words};\n`);
    expect(line).toMatch(/^1 export type Word = 'word0' \| .* …\n$/);
    expect(line.length).toBeLessThan(320);
  });

  it('reads the first lines of a source of 10 MB and says how many it left out', async () => {
    const line = 'export function one(a: number): number { return a }\n';
    const count = Math.ceil(10_000_000 / line.length);
    const parsed = await parseSource('a.ts', line.repeat(count));
    const read = Math.floor(MAX_SOURCE_UNITS / line.length);
    expect(parsed?.symbols.length).toBe(read);
    expect(parsed?.entries.length).toBe(read + 1);
    expect(parsed?.entries.at(-1)).toEqual({
      line: read + 1,
      text: `… ${(count - read + 1).toLocaleString('en')} lines not read`,
      children: [],
    });
  });

  it('gives up on a text that would keep the parser busy for minutes', async () => {
    expect(await outline('a.ts', '"'.repeat(60_000))).toBe('1 … 1 line not read\n');
  });

  it('bears nesting deeper than any stack', async () => {
    for (const path of ['a.ts', 'a.cs', 'a.java', 'a.rs'])
      expect(await outline(path, 'class A {'.repeat(3_000))).toEqual(expect.any(String));
    const nested = `${'namespace A {\n'.repeat(500)}${'}\n'.repeat(500)}`;
    expect(await outline('a.ts', nested)).toMatch(/^1 namespace A\n2 {3}namespace A\n/);
  });
});
