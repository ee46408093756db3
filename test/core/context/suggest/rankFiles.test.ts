import { describe, expect, it } from 'vitest';
import { rankFiles } from '../../../../src/core/context/suggest/rankFiles.ts';
import type { Seed, SuggestQuestion } from '../../../../src/core/context/suggest/suggestQuestion.ts';
import { type Files, makeCorpus, makeHistory } from './makeCorpus.ts';

/** Files that have nothing to do with anything: they keep words and names from being in every file. */
const OTHERS: Files = Object.fromEntries(
  ['wheel', 'garden', 'river', 'candle', 'bridge', 'pepper'].map((word) => [
    `${word}/${word}Thing.ts`,
    `export function ${word}Thing() { return '${word}'; }\n`,
  ]),
);

function rank(files: Files, question: Partial<SuggestQuestion>, history = makeHistory()): string[] {
  const corpus = makeCorpus({ ...OTHERS, ...files }, history);
  return rankFiles(corpus, { task: '', seeds: [], ...question }).map(({ file }) => file.path);
}

const OPEN: Seed = { path: 'src/open.ts', kind: 'open' };

describe('rankFiles', () => {
  it('puts files at hand first, what is open before what was edited', () => {
    const files = { 'src/open.ts': 'a', 'src/recent.ts': 'b', 'src/changed.ts': 'c' };
    const seeds: Seed[] = [
      { path: 'src/recent.ts', kind: 'recent' },
      { path: 'src/changed.ts', kind: 'changed' },
      OPEN,
    ];
    expect(rank(files, { seeds }).slice(0, 3)).toEqual(['src/open.ts', 'src/changed.ts', 'src/recent.ts']);
  });

  it.each<[string, Files, Partial<SuggestQuestion>, string]>([
    ['a file that the task names', { 'deep/odd.ts': 'x' }, { task: 'odd.ts is slow' }, 'deep/odd.ts'],
    [
      'the file that declares a symbol of the task',
      { 'a/x.ts': 'export class FrameWriter {}\n', 'a/y.ts': 'new FrameWriter();\n' },
      { task: 'FrameWriter leaks' },
      'a/x.ts',
    ],
    ['a symbol under the cursor', { 'a/x.ts': 'export class Frame {}\n' }, { symbols: ['Frame'] }, 'a/x.ts'],
    [
      'words of the task in identifiers, however they are written',
      { 'a/x.ts': 'const retryTimes = 1; RETRY_LIMIT;\n' },
      { task: 'retries never stop' },
      'a/x.ts',
    ],
    ['words of the task in a path', { 'billing/x.ts': 'a' }, { task: 'billing is wrong' }, 'billing/x.ts'],
    [
      'what the open file imports',
      { 'src/open.ts': "import { a } from '../lib/zed';", 'lib/zed.ts': 'const a = 1;' },
      { seeds: [OPEN] },
      'lib/zed.ts',
    ],
    [
      'what uses the names of the open file',
      { 'src/open.ts': 'export function frobnicate() {}\n', 'lib/zed.ts': 'frobnicate();' },
      { seeds: [OPEN] },
      'lib/zed.ts',
    ],
    [
      'the test of the open file',
      { 'src/open.ts': 'a', 'checks/deep/open.test.ts': 'b' },
      { seeds: [OPEN] },
      'checks/deep/open.test.ts',
    ],
  ])('finds %s', (_what, files, question, expected) => {
    const found = rank(files, question).filter((path) => path !== OPEN.path);
    expect(found[0]).toBe(expected);
  });

  it('finds what changed with the open file, and what changed under such words', () => {
    const files = { 'src/open.ts': 'a', 'x/partner.ts': 'b', 'x/worded.ts': 'c', 'x/other.ts': 'd' };
    const history = makeHistory(
      ['tidy up', 'src/open.ts', 'x/partner.ts'],
      ['speed up the telescope', 'x/worded.ts'],
      ['again', 'src/open.ts', 'x/partner.ts'],
      ['other work', 'x/other.ts'],
    );
    expect(rank(files, { seeds: [OPEN] }, history)[1]).toBe('x/partner.ts');
    expect(rank(files, { task: 'telescope' }, history)[0]).toBe('x/worded.ts');
  });

  it('leaves out what nothing speaks for', () => {
    expect(rank({ 'a/x.ts': 'class Frame {}\n' }, { task: 'Frame' })).toEqual(['a/x.ts']);
    expect(rank({}, { task: '天気' })).toEqual([]);
  });

  it('gives a few that change often when nothing else is known', () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}.ts`, 'x']));
    const history = makeHistory(
      ['first', 'f7.ts'],
      ['second', 'f7.ts'],
      ...Object.keys(files).map((path) => ['work', path] as const),
    );
    const ranked = rank(files, { task: 'fix' }, history);
    expect(ranked[0]).toBe('f7.ts');
    expect(ranked.length).toBeLessThanOrEqual(20);
  });

  it('tells files apart whose names differ only in case', () => {
    const files = { 'src/Open.ts': 'export class Upper {}\n', 'src/open.ts': 'export class Lower {}\n' };
    expect(rank(files, { seeds: [OPEN] })[0]).toBe('src/open.ts');
    expect(rank(files, { seeds: [{ path: 'src/Open.ts', kind: 'open' }] })[0]).toBe('src/Open.ts');
  });
});
