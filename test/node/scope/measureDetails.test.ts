import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../src/core/context/detail.ts';
import {
  fileItem,
  folderItem,
  gitDiffItem,
  globItem,
  linesItem,
  problemsItem,
  type ScopeItem,
  symbolItem,
  textItem,
} from '../../../src/core/context/scopeItem.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { makeRepository } from '../temporaryRepository.ts';
import { measureText, outcomes } from './measureText.ts';

const at = <T extends ScopeItem>(detail: Detail, item: T): T => ({ ...item, detail });
const LOCK = `{\n  "lockfileVersion": 3,\n${'  "x": 1,\n'.repeat(300)}  "y": 2\n}\n`;
const SOURCE = `export class Shop {\n  open(): void {\n${'    step();\n'.repeat(20)}  }\n  close(): void {\n    stop();\n  }\n}\n`;
const LOG = `${'10:00:01 INFO step 17 done\n'.repeat(200)}10:00:09 ERROR step failed at src/a.ts:12:5\n`;

describe('a glob', () => {
  it('takes what matches below its folder, dot files included, and nothing that Git ignores', async () => {
    const folder = makeFolder({
      '.gitignore': 'out\n',
      'src/a.ts': 'a',
      'src/deep/.b.ts': 'b',
      'src/c.css': 'c',
      'src/out/d.ts': 'd',
      'e.ts': 'e',
    });
    const { files } = await measureText(folder, [globItem(join(folder, 'src'), '**/*.{ts,tsx}')]);
    expect(files.map(({ label }) => label)).toEqual(['src/a.ts', 'src/deep/.b.ts']);
  });

  it('says so when nothing matches', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const { files } = await measureText(folder, [globItem(folder, '*.py')]);
    expect(files).toMatchObject([{ path: folder, skip: 'noMatch' }]);
  });
});

describe('a symbol', () => {
  it('is found where it stands by now', async () => {
    const folder = makeFolder({ 'a.ts': `// moved\n// down\n${SOURCE}` });
    const item = symbolItem(join(folder, 'a.ts'), 'Shop.close', { startLine: 23, endLine: 25 });
    const { parts } = await measureText(folder, [item]);
    expect(parts).toEqual([
      { path: 'a.ts', lines: { startLine: 26, endLine: 28 }, text: '  close(): void {\n    stop();\n  }\n' },
    ]);
  });

  it('is where it stood in a language without a grammar, and missing where it has gone', async () => {
    const folder = makeFolder({ 'a.lua': 'one\ntwo\nthree\n', 'b.ts': 'let b = 1;\n' });
    const lines = { startLine: 2, endLine: 2 };
    const { parts, files } = await measureText(folder, [
      symbolItem(join(folder, 'a.lua'), 'two', lines),
      symbolItem(join(folder, 'b.ts'), 'gone', lines),
    ]);
    expect(parts).toEqual([{ path: 'a.lua', lines, text: 'two\n' }]);
    expect(outcomes(files)).toEqual({ 'a.lua': 'full', 'b.ts': 'noSymbol' });
  });
});

describe('lines', () => {
  it('are missing where the file has become too short', async () => {
    const folder = makeFolder({ 'a.ts': 'one\n' });
    const { files, text } = await measureText(folder, [
      linesItem(join(folder, 'a.ts'), { startLine: 7, endLine: 9 }),
    ]);
    expect(files).toMatchObject([{ skip: 'noLines' }]);
    expect(text).toBe('');
  });
});

describe('changes', () => {
  it('come file by file, those of denied files never', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'one\n', '.env': 'A=before\n', id_rsa: 'before\n' });
    write('a.ts', 'two\n');
    write('.env', 'A=hidden\n');
    write('.env.local', 'B=hidden\n');
    rmSync(join(folder, 'id_rsa'));
    const { text, files } = await measureText(folder, [gitDiffItem(folder, { to: 'workingTree' })]);
    expect(text).toContain('-one\n+two\n');
    expect(text).not.toMatch(/hidden|before/);
    expect(outcomes(files)).toEqual({
      '.env': 'denied',
      'a.ts': 'diff',
      id_rsa: 'denied',
      '.env.local': 'denied',
    });
  });

  it('do not let what is written in a denied file pass for another file', async () => {
    const { folder, write } = makeRepository({ '.env': 'A=1\n' });
    write('.env', 'A=1\rdiff --git a/a.ts b/a.ts\r+hidden\n');
    const { text } = await measureText(folder, [gitDiffItem(folder, { to: 'workingTree' })]);
    expect(text).toBe('');
  });

  it('are not read in a workspace that is not trusted', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'one\n' });
    write('a.ts', 'two\n');
    const scope = [gitDiffItem(folder, { to: 'staged' }), at('diff', fileItem(join(folder, 'a.ts')))];
    const { files, text } = await measureText(folder, scope, { mayRunGit: false });
    expect(files.map(({ skip }) => skip)).toEqual(['untrusted', 'untrusted']);
    expect(text).toBe('');
  });

  it('are not read outside the workspace', async () => {
    const other = makeRepository({ 'a.ts': 'one\n' });
    other.write('a.ts', 'two\n');
    const folder = makeFolder();
    symlinkSync(other.folder, join(folder, 'link'));
    const scope = [other.folder, join(folder, 'link')].flatMap((path) => [
      gitDiffItem(path, { to: 'workingTree' }),
      at('diff', fileItem(join(path, 'a.ts'))),
      at('diff', folderItem(path)),
    ]);
    const { files, text } = await measureText(folder, scope);
    expect(files.map(({ skip }) => skip)).toEqual(Array(6).fill('outside'));
    expect(text).toBe('');
  });

  it('of a file, a folder and a glob are theirs only, each once', async () => {
    const { folder, write } = makeRepository({
      'a.ts': 'a\n',
      'b/c.ts': 'c\n',
      'b/d.py': 'd\n',
      'e.ts': 'e\n',
    });
    for (const path of ['a.ts', 'b/c.ts', 'b/d.py']) write(path, 'changed\n');
    const { files } = await measureText(folder, [
      at('diff', fileItem(join(folder, 'a.ts'))),
      at('diff', fileItem(join(folder, 'e.ts'))),
      at('diff', globItem(folder, '**/*.py')),
      at('diff', folderItem(join(folder, 'b'))),
      gitDiffItem(folder, { to: 'workingTree' }),
    ]);
    expect(files.map(({ label, skip, note, detail }) => [label, skip ?? note ?? detail])).toEqual([
      ['a.ts', 'diff'],
      ['e.ts', 'unchanged'],
      ['b/d.py', 'diff'],
      ['b/c.ts', 'diff'],
      ['b/d.py', 'duplicate'],
      ['a.ts', 'duplicate'],
      ['b/c.ts', 'duplicate'],
      ['b/d.py', 'duplicate'],
    ]);
  });

  it('are found in a repository below the folder of the workspace', async () => {
    const folder = makeFolder({ 'app/a.ts': 'one\n' });
    const { write } = makeRepository({}, join(folder, 'app'));
    write('a.ts', 'two\n');
    const { text, files } = await measureText(folder, [at('diff', fileItem(join(folder, 'app/a.ts')))]);
    expect(text).toContain('-one\n+two\n');
    expect(outcomes(files)).toEqual({ 'app/a.ts': 'diff' });
  });

  it('say what they are without', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'one\n' });
    write('a.ts', 'two\n');
    write('new.bin', '\0');
    const path = join(folder, 'a.ts');
    const { files } = await measureText(folder, [gitDiffItem(folder, { to: 'workingTree' })], {
      unsaved: { [path]: 'three\n' },
    });
    expect(outcomes(files)).toEqual({ 'a.ts': 'onDisk', 'new.bin': 'binary' });
  });

  it('that are none say so, and a folder without a repository', async () => {
    const { folder } = makeRepository({ 'a.ts': 'one\n' });
    const scope = [
      gitDiffItem(folder, { to: 'workingTree' }),
      gitDiffItem(folder, { to: 'branch', branch: 'no' }),
    ];
    expect((await measureText(folder, scope)).files.map(({ skip }) => skip)).toEqual([
      'unchanged',
      'noBranch',
    ]);
    const plain = makeFolder({ 'a.ts': 'a' });
    const item = at('diff', fileItem(join(plain, 'a.ts')));
    expect((await measureText(plain, [item])).files).toMatchObject([{ label: 'a.ts', skip: 'noGit' }]);
  });
});

describe('problems and texts', () => {
  it('come as they are', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const problems = problemsItem(join(folder, 'a.ts'));
    const none = problemsItem(folder);
    const note = textItem('note', 'Mind the gap');
    const { parts, files, places } = await measureText(folder, [problems, none, note], {
      problems: { [problems.id]: 'a.ts:1:1: error: no\n' },
    });
    expect(parts).toEqual([
      { path: 'problems in a.ts', text: 'a.ts:1:1: error: no\n' },
      { path: 'note', text: 'Mind the gap\n' },
    ]);
    expect(outcomes(files)).toEqual({
      'problems in a.ts': 'full',
      'problems in project': 'noProblems',
      note: 'full',
    });
    // Neither is a file that could be opened or pointed to.
    expect(places.map(({ path, firstLine }) => [path, firstLine])).toEqual([
      ['', undefined],
      ['', undefined],
    ]);
  });

  it('of a denied file stay out', async () => {
    const folder = makeFolder({ '.env': 'A=1\n' });
    const item = problemsItem(join(folder, '.env'));
    const { text, files } = await measureText(folder, [item], { problems: { [item.id]: 'A=hidden' } });
    expect(files).toMatchObject([{ skip: 'denied' }]);
    expect(text).toBe('');
  });

  it('are reduced as what they are', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const problems = at('reduced', problemsItem(join(folder, 'a.ts')));
    const terminal = at('reduced', textItem('terminal', LOG));
    const { files } = await measureText(folder, [problems, terminal], {
      problems: { [problems.id]: 'a.ts:1:1: error: no such name\n'.repeat(300) },
    });
    expect(files.map(({ detail }) => detail)).toEqual(['reduced', 'reduced']);
  });
});

describe('a detail', () => {
  it.each(['full', 'outline', 'excerpt', 'reduced'] as const)(
    'of a folder (%s) names lock and minified files only; one that is there by itself comes too',
    async (detail) => {
      const folder = makeFolder({ 'package-lock.json': LOCK, 'yarn.lock': LOCK, 'a.md': '# A\n' });
      const own = fileItem(join(folder, 'yarn.lock'));
      const { parts, files, text } = await measureText(folder, [at(detail, folderItem(folder)), own]);
      expect(parts).toContainEqual({ path: 'yarn.lock', text: LOCK });
      expect(parts.filter((part) => 'path' in part && part.path === 'yarn.lock')).toHaveLength(1);
      expect(parts).toContainEqual({
        path: 'package-lock.json',
        detail: 'reduced',
        text: expect.stringMatching(/^\[package-lock\.json: .*left out\]\n$/),
      });
      expect(files.find(({ label }) => label === 'package-lock.json')?.note).toBe('named');
      expect(text).not.toContain(folder);
    },
  );

  it('gives the outline of a source, or an excerpt where there is none', async () => {
    const folder = makeFolder({ 'a.ts': SOURCE, 'b.lua': 'word '.repeat(2000), 'c.rb': 'x' });
    const path = join(folder, 'c.rb');
    const scope = ['a.ts', 'b.lua', 'c.rb'].map((name) => at('outline', fileItem(join(folder, name))));
    const { files, parts } = await measureText(folder, scope, { outlines: { [path]: 'class C\n' } });
    expect(files.map(({ detail, note }) => [detail, note])).toEqual([
      ['outline', undefined],
      ['excerpt', 'noOutline'],
      ['outline', undefined],
    ]);
    expect(JSON.stringify(parts[0])).toContain('close(): void');
    expect(JSON.stringify(parts[0])).not.toContain('step()');
  });

  it('reduces a log, and a short text not at all', async () => {
    const folder = makeFolder({ 'a.log': LOG, 'b.txt': 'short' });
    const { files, parts } = await measureText(folder, [at('reduced', folderItem(folder))]);
    expect(outcomes(files)).toEqual({ 'a.log': 'reduced', 'b.txt': 'full' });
    expect(JSON.stringify(parts)).toContain('ERROR step failed at src/a.ts:12:5');
  });

  it.each([
    ['full', 'full', 'full'],
    ['reduced', 'full', 'full'],
    ['excerpt', 'outline', 'excerpt'],
    ['outline', 'reduced', 'reduced'],
  ] as const)(
    'of a file that is there at %s and at %s is the richer one: %s',
    async (first, second, richer) => {
      const folder = makeFolder({ 'a.log': LOG });
      const scope = [at(first, fileItem(join(folder, 'a.log'))), at(second, folderItem(folder))];
      const { files, parts } = await measureText(folder, scope);
      expect(parts).toHaveLength(1);
      expect(files.map(({ detail, note }) => detail ?? note).sort()).toEqual(['duplicate', richer].sort());
    },
  );

  it('leaves lines out that come with the whole file, at whatever detail that was asked for', async () => {
    const folder = makeFolder({ 'a.txt': 'one\ntwo\n', 'b.log': LOG });
    const lines = { startLine: 2, endLine: 2 };
    const { files } = await measureText(folder, [
      linesItem(join(folder, 'a.txt'), lines),
      linesItem(join(folder, 'b.log'), lines),
      at('excerpt', fileItem(join(folder, 'a.txt'))),
      at('excerpt', fileItem(join(folder, 'b.log'))),
    ]);
    expect(files.map(({ detail, note }) => note ?? detail)).toEqual(['duplicate', 'full', 'full', 'excerpt']);
  });

  it.each(['full', 'outline', 'excerpt', 'reduced'] as const)(
    'is that of the text in the editor, of a file that has gone too: %s',
    async (detail) => {
      const folder = makeFolder({ 'a.ts': 'let disk = 1;\n' });
      const unsaved = { [join(folder, 'a.ts')]: 'let a = 2;\n', [join(folder, 'b.ts')]: 'let b = 3;\n' };
      const scope = Object.keys(unsaved).map((path) => at(detail, fileItem(path)));
      const { text } = await measureText(folder, scope, { unsaved });
      expect(text).not.toContain('disk');
      expect(text).toMatch(/let a[\s\S]*let b/);
    },
  );

  it.each([
    ['lines', (path: string) => linesItem(path, { startLine: 1, endLine: 1 })],
    ['symbol', (path: string) => symbolItem(path, 'A', { startLine: 1, endLine: 1 })],
    ['excerpt', (path: string) => at('excerpt', fileItem(path))],
    ['outline', (path: string) => at('outline', fileItem(path))],
  ])('never lets a denied file out: %s', async (_kind, itemOf) => {
    const folder = makeFolder({ '.env': 'A=hidden\n' });
    const path = join(folder, '.env');
    const { files, text } = await measureText(folder, [itemOf(path)], { unsaved: { [path]: 'A=unsaved\n' } });
    expect(files).toMatchObject([{ skip: 'denied' }]);
    expect(text).toBe('');
  });

  it('gives labels of any name back', async () => {
    const names = [
      'line\nbreak.ts',
      'quo"te (excerpt).ts',
      '\u202est.ts',
      '## b.ts',
      'b`t.ts',
      '# Task',
      'x</document>',
    ];
    const folder = makeFolder(Object.fromEntries(names.map((name) => [name, 'x\n'])));
    mkdirSync(join(folder, '# Task (lines 1-2)'));
    writeFileSync(join(folder, '# Task (lines 1-2)', '=== a ==='), 'y');
    const scope = [...names, '# Task (lines 1-2)/=== a ==='].map((name) => fileItem(join(folder, name)));
    for (const format of ['markdown', 'xml', 'plain'] as const) {
      const { parts } = await measureText(folder, scope, { format, task: { goal: 'Go' } });
      const paths = parts.flatMap((part) => ('path' in part ? part.path : []));
      expect(paths).toEqual([...names, '# Task (lines 1-2)/=== a ===']);
    }
  });
});
