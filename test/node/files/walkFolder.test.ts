import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkFolder } from '../../../src/node/files/walkFolder.ts';
import { makeFolder, writeFiles } from '../temporaryFolder.ts';

async function listFolder(folder: string, roots: string[] = [folder]) {
  const entries = [];
  for await (const { path, skip } of walkFolder(folder, roots)) {
    entries.push(skip === undefined ? relative(folder, path) : `${relative(folder, path)}: ${skip}`);
  }
  return entries;
}

/** A random path may want a folder where another one has made a file: then it stays away. */
function writeIfPossible(folder: string, path: string, content: string): void {
  try {
    writeFiles(folder, { [path]: content });
  } catch (error) {
    if (!/EEXIST|EISDIR|ENOTDIR/.test(String(error))) throw error;
  }
}

describe('walkFolder', () => {
  it('lists files in a fixed order, without .git and what is ignored', async () => {
    const folder = makeFolder({
      '.git/HEAD': 'x',
      '.gitignore': '*.log\n/build/\n!keep.log\n',
      'b.ts': '',
      'a.ts': '',
      'x.log': '',
      'keep.log': '',
      'build/out.js': '',
      'sub/build/in.js': '',
      'sub/.gitignore': '!x.log\nsecret\n',
      'sub/x.log': '',
      'sub/secret/a': '',
    });
    expect(await listFolder(folder)).toEqual([
      '.gitignore',
      'a.ts',
      'b.ts',
      'keep.log',
      'sub/.gitignore',
      'sub/build/in.js',
      'sub/x.log',
    ]);
  });

  it('obeys the ignore files above the folder and .git/info/exclude', async () => {
    const folder = makeFolder({
      '.git/info/exclude': 'private\n',
      '.gitignore': 'sub/*.tmp\n',
      'sub/a.tmp': '',
      'sub/private': '',
      'sub/b.ts': '',
    });
    expect(await listFolder(join(folder, 'sub'), [folder])).toEqual(['b.ts']);
  });

  it('agrees with git check-ignore on random rules and paths', async () => {
    const name = fc.constantFrom('a', 'b', 'c.log', 'd.ts', 'A');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const rule = fc
      .tuple(
        fc.constantFrom('', '!', '/', '!/'),
        fc.oneof(
          path,
          fc.constantFrom('*', '**', '*.log', 'a/**', '**/b', '?', '[ab]', 'a/*/b', '# a', '\\!a', 'b '),
        ),
        fc.constantFrom('', '/'),
      )
      .map((parts) => parts.join(''));
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(path, { minLength: 1, maxLength: 12 }),
        rules,
        rules,
        async (paths, outer, inner) => {
          const folder = makeFolder({ '.gitignore': outer });
          execFileSync('git', ['init', '-q', folder]);
          for (const each of [...paths, 'a/.gitignore']) writeIfPossible(folder, each, inner);
          const args = ['-C', folder, 'ls-files', '--others', '--exclude-standard', '-z'];
          const expected = execFileSync('git', args, { encoding: 'utf8' }).split('\0').filter(Boolean).sort();
          expect((await listFolder(folder)).sort()).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it.skipIf(process.platform === 'win32')(
    'does not obey a .gitignore that is a link, as Git does not',
    async () => {
      const folder = makeFolder({ rules: '*.log\n', 'sub/a.log': '' });
      symlinkSync('../rules', join(folder, 'sub/.gitignore'));
      execFileSync('git', ['-C', folder, 'init', '-q']);
      const args = ['-C', folder, 'ls-files', '--others', '--exclude-standard'];
      const expected = execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean).sort();
      expect(expected).toContain('sub/a.log');
      expect(await listFolder(folder)).toEqual(expected);
    },
  );

  it('follows links to files inside, never to folders, and says why', async () => {
    const outside = makeFolder({ 'secret.txt': 'x' });
    const folder = makeFolder({ 'real.txt': 'x', 'sub/a.txt': 'x', 'other/b.txt': 'x' });
    symlinkSync(join(folder, 'real.txt'), join(folder, 'link.txt'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    symlinkSync(folder, join(folder, 'sub', 'up'));
    symlinkSync(join(folder, 'other'), join(folder, 'sub', 'side'));
    symlinkSync(join(folder, 'gone'), join(folder, 'dangling'));
    expect(await listFolder(folder)).toEqual([
      'dangling: missing',
      'link.txt',
      'loop: loop',
      'other/b.txt',
      'out.txt: outside',
      'real.txt',
      'sub/a.txt',
      'sub/side: linkedFolder',
      'sub/up: loop',
    ]);
  });

  it('names pipes and folders that cannot be read, and goes on', async () => {
    const folder = makeFolder({ 'a.txt': 'x', 'closed/b.txt': 'x', 'z.txt': 'x' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    chmodSync(join(folder, 'closed'), 0o000);
    const entries = await listFolder(folder);
    chmodSync(join(folder, 'closed'), 0o700);
    const isRoot = process.getuid?.() === 0;
    expect(entries).toEqual([
      'a.txt',
      isRoot ? 'closed/b.txt' : 'closed: unreadable',
      'pipe: special',
      'z.txt',
    ]);
  });
});
