import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/context/render/renderMarkdown.ts';
import { buildSuggestion } from '../../../../src/core/context/suggest/buildSuggestion.ts';
import { rankFiles } from '../../../../src/core/context/suggest/rankFiles.ts';
import { tellReason } from '../../../../src/core/context/suggest/suggestion.ts';
import type { Seed } from '../../../../src/core/context/suggest/suggestQuestion.ts';
import { message } from '../../../../src/core/message.ts';
import { testCounter } from '../../tokens/testCounter.ts';
import { type Files, makeCorpus, makeHistory, makeTools } from './makeCorpus.ts';

function suggest(
  files: Files,
  task: string,
  open: string | undefined,
  budget: number,
  history = makeHistory(),
) {
  const corpus = makeCorpus(files, history);
  const seeds: Seed[] = open === undefined ? [] : [{ path: open, kind: 'open' }];
  const question = { task, seeds };
  return buildSuggestion(corpus, question, rankFiles(corpus, question), budget, makeTools(files, task));
}

const WORDS = ['reader', 'parse', 'header', 'stream', 'cache', 'token', 'frame', 'store'];
const word = fc.constantFrom(...WORDS);
const line = fc.oneof(
  word.map((name) => `export function ${name}() {}\n`),
  fc.tuple(word, word).map(([a, b]) => `import { ${a} } from './${b}';\n`),
  fc.tuple(word, word).map(([a, b]) => `  ${a}(${b}, '${'x'.repeat(40)}');\n`),
);
const path = fc.tuple(
  fc.constantFrom('', 'src/', 'lib/deep/', 'test/'),
  word,
  fc.constantFrom('.ts', '.py', '.md', ''),
);
const files = fc.dictionary(
  path.map((parts) => parts.join('')),
  fc.array(line, { maxLength: 40 }).map((lines) => lines.join('')),
  { minKeys: 1, maxKeys: 25 },
);
const commits = fc.array(
  fc
    .tuple(
      word,
      fc.array(
        path.map((parts) => parts.join('')),
        { maxLength: 5 },
      ),
    )
    .map(([subject, paths]) => [subject, ...paths] as const),
  { maxLength: 10 },
);
const task = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

describe('buildSuggestion', () => {
  it('never exceeds the budget, gives every item a reason, and does not mind the order of the files', () => {
    fc.assert(
      fc.property(
        files,
        commits,
        task,
        fc.nat(),
        fc.integer({ min: 1, max: 3000 }),
        (tree, past, asked, pick, budget) => {
          const paths = Object.keys(tree);
          const open = pick % 3 === 0 ? undefined : paths[pick % paths.length];
          const history = makeHistory(...past);
          const suggestion = suggest(tree, asked, open, budget, history);
          expect(testCounter('o200k_base').countTokens(suggestion.text)).toBe(suggestion.totalTokens);
          expect(suggestion.totalTokens).toBeLessThanOrEqual(budget);
          for (const each of [...suggestion.items, ...suggestion.leftOut]) {
            expect(tellReason(each)).not.toBe('');
            expect(each.tokens).toBeGreaterThanOrEqual(0);
          }
          for (const { path: taken } of suggestion.items)
            expect(suggestion.text).toContain(taken.split('/').at(-1));
          const permuted = Object.fromEntries(Object.entries(tree).reverse());
          expect(suggest(permuted, asked, open, budget, history)).toEqual(suggestion);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives each item at its detail, and can be read back', () => {
    const big = `export function early() {}\n${"  call('filler', 1234567);\n".repeat(400)}`;
    const tree: Files = {
      'src/open.ts': "import { early } from './big';\nearly();\n",
      'src/big.ts': big,
      ...Object.fromEntries(WORDS.map((name) => [`src/${name}.ts`, `export const ${name} = 'early';\n`])),
    };
    const { items, text, leftOut, baselineTokens } = suggest(tree, 'early', 'src/open.ts', 700);
    expect(items[0]).toMatchObject({
      path: 'src/open.ts',
      detail: 'full',
      reasons: [message('the file that you are in')],
    });
    expect(items.find((item) => item.path === 'src/big.ts')).toMatchObject({ detail: 'outline' });
    expect(leftOut.map((left) => left.path)).not.toContain('src/big.ts');
    expect(baselineTokens).toBeGreaterThan(2_000);
    const documents = parseMarkdown(text);
    expect(documents[0]).toEqual({ path: 'src/open.ts', text: tree['src/open.ts'] });
  });

  it('gives the words of the task in a file that is too large, as an excerpt with its lines', () => {
    const filler = '// nothing to see here at all\n'.repeat(600);
    const tree = { 'a.ts': `${filler}function telescope() {}\n${filler}` };
    const { items, text } = suggest(tree, 'telescope', 'a.ts', 500);
    expect(items).toMatchObject([{ path: 'a.ts', detail: 'excerpt' }]);
    expect(text).toContain('function telescope');
    const { startLine, endLine } = items[0]?.lines ?? { startLine: 0, endLine: 0 };
    expect(startLine).toBeLessThanOrEqual(601);
    expect(endLine).toBeGreaterThanOrEqual(601);
  });

  it('gives what a text without declarations says about the task', () => {
    const tree = { 'a.conf': `${'other = 1\n'.repeat(600)}telescope = 2\n${'other = 3\n'.repeat(600)}` };
    const { items, text } = suggest(tree, 'telescope', undefined, 1_000);
    expect(items).toMatchObject([{ path: 'a.conf', detail: 'excerpt' }]);
    expect(text).toContain('telescope = 2\n');
  });

  it('gives no start of a file that says nothing about the task, only its names', () => {
    const licence = '// Copyright of somebody, and more of it in this line\n'.repeat(60);
    const tree = { 'src/telescope.conf': licence, 'src/telescope.ts': `${licence}function one() {}\n` };
    const { items, text } = suggest(tree, 'telescope', undefined, 400);
    expect(items.map(({ detail }) => detail)).toEqual(['outline', 'outline']);
    expect(text.match(/Copyright/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('leaves copies out and says of what', () => {
    const text = `${WORDS.map((name) => `export function ${name}One() {}\nexport function ${name}Two() {}\n`).join('')}`;
    const { items, leftOut } = suggest({ 'a/x.ts': text, 'b/x.ts': text }, 'readerOne', undefined, 4_000);
    expect(items.map((item) => item.path)).toEqual(['a/x.ts']);
    expect(leftOut).toMatchObject([
      { path: 'b/x.ts', reasons: [message('nearly the same as {0}', 'a/x.ts')] },
    ]);
  });

  it('only names lock files and generated code', () => {
    const tree = {
      'package-lock.json': `{\n  "name": "telescope",\n${'  "telescope": 1,\n'.repeat(50)}}`,
      'a.ts': '// @generated\nexport const telescope = 1;\n',
    };
    const { items } = suggest(tree, 'telescope', undefined, 4_000);
    expect(
      items.map((item) => [item.path, item.detail, tellReason(item).endsWith('(names only)')]).sort(),
    ).toEqual([
      ['a.ts', 'outline', true],
      ['package-lock.json', 'outline', true],
    ]);
  });

  it('says what would come next when nothing fits', () => {
    const { items, leftOut, text, totalTokens } = suggest(
      { 'a.ts': 'telescope();\n' },
      'telescope',
      'a.ts',
      3,
    );
    expect([items, text, totalTokens]).toEqual([[], '', 0]);
    expect(leftOut).toMatchObject([{ path: 'a.ts' }]);
  });
});
