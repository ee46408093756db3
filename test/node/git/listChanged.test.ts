import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { listChanged } from '../../../src/node/git/listChanged.ts';
import { makeFolder } from '../temporaryFolder.ts';

it('lists what is changed, staged or new below a folder, whatever it is called', async () => {
  const folder = makeFolder({ 'a.ts': 'a', 'sub/b.ts': 'b', 'sub/same.ts': 's' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first', '--no-gpg-sign');
  expect(await listChanged(folder)).toEqual([]);
  writeFileSync(join(folder, 'a.ts'), 'changed');
  writeFileSync(join(folder, 'sub/b.ts'), 'staged');
  git('add', 'sub/b.ts');
  mkdirSync(join(folder, 'sub/new dir'));
  writeFileSync(join(folder, 'sub/new dir/tab\tü.ts'), 'new');
  const names = (paths: readonly string[]) => paths.map((path) => relative(folder, path)).sort();
  expect(names(await listChanged(folder))).toEqual(['a.ts', 'sub/b.ts', 'sub/new dir/tab\tü.ts']);
  expect(names(await listChanged(join(folder, 'sub')))).toEqual(['sub/b.ts', 'sub/new dir/tab\tü.ts']);
});

it('lists nothing where there is no repository', async () => {
  expect(await listChanged(makeFolder({ 'a.ts': 'a' }))).toEqual([]);
});
