import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './temporaryFolder.ts';

const WHO = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];

/** A real Git repository with the given files in its first commit, removed after the test. */
export function makeRepository(files: Record<string, string>, folder = makeFolder(files)) {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...WHO, ...args], { encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  return { folder, git, write: (path: string, text: string) => writeFileSync(join(folder, path), text) };
}
