import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiffTarget } from '../../../src/core/context/scopeItem.ts';
import type { FileDiff } from '../../../src/node/git/fileDiff.ts';
import { MAX_NEW_FILES, readDiff } from '../../../src/node/git/readDiff.ts';
import { makeFolder } from '../temporaryFolder.ts';
import { makeRepository } from '../temporaryRepository.ts';

async function diffPaths(folder: string, target: DiffTarget): Promise<string[]> {
  const diff = await readDiff(folder, target);
  return 'skip' in diff ? [diff.skip] : diff.files.map(({ path }) => relative(folder, path));
}

function textOf(file: FileDiff | undefined): string | undefined {
  return file !== undefined && 'text' in file ? file.text : undefined;
}

describe('readDiff', () => {
  it('gives each changed file with its own change, and new files as additions', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'one\ntwo\n', 'b.ts': 'b\n', 'c.ts': 'c\n' });
    write('a.ts', 'one\n2\n');
    write('new.ts', 'fresh\nopen');
    rmSync(join(folder, 'b.ts'));
    const diff = await readDiff(folder, { to: 'workingTree' });
    if ('skip' in diff) throw new Error(diff.skip);
    expect(diff.files.map(({ path }) => relative(folder, path))).toEqual(['a.ts', 'b.ts', 'new.ts']);
    expect(textOf(diff.files[0])).toMatch(/@@ -1,2 \+1,2 @@\n one\n-two\n\+2\n$/);
    expect(textOf(diff.files[1])).toMatch(/deleted file[\s\S]*\n-b\n$/);
    expect(textOf(diff.files[2])).toBe(
      'diff --git a/new.ts b/new.ts\nnew file\n--- /dev/null\n+++ b/new.ts\n@@ -0,0 +1,2 @@\n+fresh\n+open\n\\ No newline at end of file\n',
    );
  });

  it('tells what is staged from what is not, and a branch from the last commit', async () => {
    const { folder, git, write } = makeRepository({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' });
    git('checkout', '-q', '-b', 'work');
    write('c.ts', 'changed\n');
    git('commit', '-q', '-am', 'second');
    write('a.ts', 'staged\n');
    git('add', 'a.ts');
    write('b.ts', 'not staged\n');
    expect(await diffPaths(folder, { to: 'workingTree' })).toEqual(['a.ts', 'b.ts']);
    expect(await diffPaths(folder, { to: 'staged' })).toEqual(['a.ts']);
    expect(await diffPaths(folder, { to: 'branch', branch: 'main' })).toEqual(['a.ts', 'b.ts', 'c.ts']);
    git('checkout', '-q', '-f', 'main');
    write('b.ts', 'on main\n');
    git('commit', '-q', '-am', 'third');
    git('checkout', '-q', 'work');
    // What main did since is no change of this branch.
    expect(await diffPaths(folder, { to: 'branch', branch: 'main' })).toEqual(['c.ts']);
  });

  it('stays below the folder it was asked for', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'a\n', 'sub/b.ts': 'b\n' });
    write('a.ts', 'changed\n');
    write('sub/b.ts', 'changed\n');
    write('sub/new.ts', 'new\n');
    expect(await diffPaths(join(folder, 'sub'), { to: 'workingTree' })).toEqual(['b.ts', 'new.ts']);
  });

  it.each([
    'with space b/x.ts',
    'quote".ts',
    'tab\t.ts',
    'line\nbreak.ts',
    'ünïcode-漢字.ts',
    'diff --git a/x',
    'bell\x07 and delete\x7f.ts',
    'octal\\303.ts',
    'back\\slash\\\\n.ts',
  ])('gives the path of %j back', async (name) => {
    const { folder, write } = makeRepository({ 'other.ts': 'x\n' });
    mkdirSync(join(folder, name, '..'), { recursive: true });
    write(name, 'one\n');
    expect(await diffPaths(folder, { to: 'workingTree' })).toEqual([name]);
    execFileSync('git', ['-C', folder, 'add', '-A']);
    expect(await diffPaths(folder, { to: 'staged' })).toEqual([name]);
  });

  it('takes a line of a file that looks like the start of a file for what it is', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'a\n' });
    write('a.ts', 'a\ndiff --git a/x b/x\n');
    expect(await diffPaths(folder, { to: 'workingTree' })).toEqual(['a.ts']);
  });

  it.each(['\r', '\u2028', '\u2029', '\v'])(
    'takes no line end but the line feed for one: %j',
    async (end) => {
      const { folder, write } = makeRepository({ '.env': 'A=1\n', 'a.ts': 'a\n' });
      const forged = `A=1${end}diff --git a/b.ts b/b.ts${end}+still of the first file\n`;
      write('.env', forged);
      expect(await diffPaths(folder, { to: 'workingTree' })).toEqual(['.env']);
    },
  );

  it('shows where a new link leads, not what lies there', async () => {
    const outside = makeFolder({ 'secret.txt': 'hidden\n' });
    const { folder, git } = makeRepository({ 'a.ts': 'a\n' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    const read = await readDiff(folder, { to: 'workingTree' });
    git('add', '-N', 'link.txt');
    const added = await readDiff(folder, { to: 'workingTree' });
    for (const diff of [read, added]) {
      if ('skip' in diff) throw new Error(diff.skip);
      expect(diff.files).toMatchObject([{ path: join(folder, 'link.txt') }]);
      expect(JSON.stringify(diff.files)).not.toContain('hidden');
      expect(JSON.stringify(diff.files)).toContain(join(outside, 'secret.txt'));
    }
  });

  it('says why a new file is not shown, and how many are', async () => {
    const { folder, write } = makeRepository({ 'a.ts': 'a\n' });
    write('new.bin', '\0');
    expect(await readDiff(folder, { to: 'workingTree' })).toEqual({
      files: [{ path: join(folder, 'new.bin'), skip: 'binary' }],
    });
    for (let number = 0; number < MAX_NEW_FILES; number += 1) write(`${1000 + number}.ts`, 'x');
    const diff = await readDiff(folder, { to: 'workingTree' });
    if ('skip' in diff) throw new Error(diff.skip);
    expect(diff.files).toHaveLength(MAX_NEW_FILES + 1);
    expect(diff.files.at(-1)).toEqual({ path: folder, skip: 'tooManyNew' });
  });

  it('writes a new file as Git does', async () => {
    const { folder, git, write } = makeRepository({ 'a.ts': 'a\n' });
    const contents = ['', '\n', 'one', 'one\n', 'one\ntwo', 'one\n\n', 'cr\r\nlf\r\n'];
    const names = contents.map((_text, index) => `${index} line\nbreak "q" \\.ts`);
    for (const [index, name] of names.entries()) write(name, contents[index] as string);
    const own = await readDiff(folder, { to: 'workingTree' });
    git('add', '-N', '.');
    const theirs = await readDiff(folder, { to: 'workingTree' });
    if ('skip' in own || 'skip' in theirs) throw new Error('no diff');
    // Hashes and modes are of no use to a model.
    const plain = (text: string) => text.replace(/^new file.*\n(?:index .*\n)?/m, 'new file\n');
    const texts = (files: typeof own.files) =>
      files.map((file) => ('text' in file ? plain(file.text) : file));
    expect(texts(own.files)).toEqual(texts(theirs.files));
  });

  it('is not turned by the settings of the repository', async () => {
    const { folder, git, write } = makeRepository({ 'a.ts': 'a\n' });
    const mark = join(folder, 'ran');
    git('config', 'diff.external', `touch ${mark};`);
    git('config', 'core.fsmonitor', `touch ${mark};`);
    git('config', 'diff.noprefix', 'true');
    git('config', 'color.ui', 'always');
    write('a.ts', 'changed\n');
    expect(await diffPaths(folder, { to: 'workingTree' })).toEqual(['a.ts']);
    expect(() => execFileSync('test', ['-e', mark])).toThrow();
  });

  it('takes everything as new before the first commit', async () => {
    const folder = makeFolder({ 'a.ts': 'a\n' });
    execFileSync('git', ['-C', folder, 'init', '-q']);
    expect(await diffPaths(folder, { to: 'workingTree' })).toEqual(['a.ts']);
    execFileSync('git', ['-C', folder, 'add', '-A']);
    expect(await diffPaths(folder, { to: 'staged' })).toEqual(['a.ts']);
  });

  it('says why there is none', async () => {
    expect(await diffPaths(makeFolder({ 'a.ts': 'a' }), { to: 'workingTree' })).toEqual(['noGit']);
    const { folder } = makeRepository({ 'a.ts': 'a\n' });
    expect(await diffPaths(folder, { to: 'branch', branch: 'no-such' })).toEqual(['noBranch']);
    expect(await diffPaths(folder, { to: 'branch', branch: '--output=x' })).toEqual(['noBranch']);
  });

  it('takes no name for more than a name', async () => {
    const { folder } = makeRepository({ 'a.ts': 'a\n' });
    expect(await diffPaths(folder, { to: 'branch', branch: 'ma\0in' })).toEqual(['noBranch']);
    expect(await diffPaths(`${folder}\0`, { to: 'workingTree' })).toEqual(['noGit']);
  });

  it('can be given up', async () => {
    const { folder } = makeRepository({ 'a.ts': 'a\n' });
    const reason = new Error('enough');
    await expect(readDiff(folder, { to: 'workingTree' }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
