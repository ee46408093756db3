import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../../src/core/advice/checkIds.ts';
import { find } from '../makeInput.ts';
import {
  COMPATIBLE_PAIRS,
  CONTRADICTORY_PAIRS,
  type InstructionPair,
  UNSEEN_COMPATIBLE_PAIRS,
  UNSEEN_CONTRADICTORY_PAIRS,
} from './instructionPairs.ts';

/** The lines, from 1, on which a check fires. */
function linesOf(check: CheckId, lines: readonly string[], exists: readonly string[] = []): number[] {
  const text = lines.join('\n');
  const found = find(check, { text, pathExists: (path) => exists.includes(path) });
  return found.flatMap(({ places }) =>
    places.flatMap((place) => (place.in === 'text' ? text.slice(0, place.start).split('\n').length : [])),
  );
}

describe('duplicatedLines', () => {
  it('names the line that comes second, whatever its mark and punctuation', () => {
    const lines = [
      '# Rules',
      '- Run the tests before each commit.',
      '',
      '## Tests',
      '* run the tests before each commit',
    ];
    expect(linesOf('duplicatedLines', lines)).toEqual([5]);
  });

  it('takes nearly the same words for the same rule', () => {
    const lines = [
      '- Always use strict types in all new TypeScript files',
      '- Always use strict types in all TypeScript files',
    ];
    expect(linesOf('duplicatedLines', lines)).toEqual([2]);
  });

  it('lets pass lines of one form, headings, tables and fences', () => {
    const lines = [
      '- `npm test` runs the unit tests',
      '- `npm run e2e` runs the browser tests',
      '# Use it like this',
      '# Use it like this',
      '- The C plugin is an empty stub',
      '- The C++ plugin is an empty stub',
      'Where the index is not there, the answer is',
      'an error with a hint in it.',
      'Where the folder is locked, the answer is',
      'an error with a hint in it.',
    ];
    expect(
      linesOf('duplicatedLines', [
        ...lines,
        '```',
        'npm install in the root',
        'npm install in the root',
        '```',
      ]),
    ).toEqual([]);
  });

  it('counts the line, and takes it out with its line end', () => {
    const text = 'Keep functions short and named.\nKeep functions short and named.\n';
    const [advice] = find('duplicatedLines', { text });
    expect(advice).toMatchObject({
      tokens: { tokens: 6, kind: 'measured' },
      action: { edits: [{ start: 32, end: 64 }] },
    });
  });
});

describe('contradictoryLines', () => {
  it.each([
    [['- Always commit to main.', '- Never commit to main.']],
    [['- Use tabs for indentation.', '- Use spaces for indentation.']],
    [['Use npm to install packages', 'Always use pnpm to install packages.']],
    [['- Write comments in English.', '- Do not write comments in English.']],
    [['- Verwende immer Klassen für Dienste', '- Verwende niemals Klassen für Dienste']],
    [['- 总是使用分号结尾', '- 不要使用分号结尾']],
  ])('fires on %j', (lines) => {
    expect(linesOf('contradictoryLines', lines)).toEqual([2]);
  });

  it.each([
    [['- Always commit to a branch.', '- Never commit to main.']],
    [['- Use tabs in Makefiles.', '- Use spaces in TypeScript files.']],
    [['- Never use `any`.', '- Always run the linter.']],
    [['- Use tabs, never spaces.']],
    [['- Use pnpm to install packages', '- Use npm to publish releases']],
  ])('lets pass %j', (lines) => {
    expect(linesOf('contradictoryLines', lines)).toEqual([]);
  });
});

describe('contradictoryLines over pairs of lines', () => {
  const fires = (pairs: readonly InstructionPair[]) =>
    pairs.filter((pair) => linesOf('contradictoryLines', pair).length > 0).length;

  it('finds most of what nobody can follow, in both orders', () => {
    const turned = CONTRADICTORY_PAIRS.map(([first, second]) => [second, first] as const);
    expect([fires(CONTRADICTORY_PAIRS), fires(turned)]).toEqual([11, 11]);
    expect(fires(UNSEEN_CONTRADICTORY_PAIRS)).toBeGreaterThanOrEqual(8);
  });

  it('lets pass what can be followed at once', () => {
    expect(fires([...COMPATIBLE_PAIRS, ...UNSEEN_COMPATIBLE_PAIRS])).toBe(0);
  });

  it('takes a heading for a condition, unless it says nothing about where', () => {
    const under = (one: string, other: string) => [
      `## ${one}`,
      '- Use tabs.',
      `## ${other}`,
      '- Indent with two spaces.',
    ];
    expect(linesOf('contradictoryLines', under('Go', 'Python'))).toEqual([]);
    expect(linesOf('contradictoryLines', under('Code style', 'Formatting'))).toEqual([4]);
  });
});

describe('staleReferences', () => {
  const FOLDERS = ['.', 'src', 'docs', 'test'];

  it('names paths, links and imports that are not there', () => {
    const lines = [
      'See src/old/api.ts and `src/new/api.ts`.',
      '[style](docs/style.md#rules)',
      '@docs/gone.md',
      'Tests live in `test/unit/`.',
    ];
    expect(linesOf('staleReferences', lines, ['src/new/api.ts', ...FOLDERS])).toEqual([1, 2, 3, 4]);
  });

  it.each([
    'https://example.com/a/b.html',
    'and/or, client/server, 24/7',
    '`src/**/*.test.ts`',
    'node_modules/a/index.js, dist/cli.js',
    'path/to/file.ts, src/foo.ts, <name>/index.ts',
    '```\nsrc/gone.ts\n```',
    '@scope/package, user@host/a.txt',
    'v1.2/3.4',
    'Run `npm test src/gone.ts`.',
    'Elsewhere layouts/page.html holds it.',
  ])('takes %j for no file of the project', (text) => {
    expect(linesOf('staleReferences', text.split('\n'), FOLDERS)).toEqual([]);
  });
});
