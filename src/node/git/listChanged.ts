import { join } from 'node:path';
import { runGit } from './runGit.ts';

/** The files below `folder` that are not as they were committed, absolute, new ones included; none where there is no Git. */
export async function listChanged(folder: string, signal?: AbortSignal): Promise<string[]> {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--', '.'];
  const status = await runGit(folder, args, signal);
  const top = await runGit(folder, ['rev-parse', '--show-toplevel'], signal);
  if (status?.exitCode !== 0 || top?.exitCode !== 0) return [];
  const root = top.output.replace(/\r?\n$/, '');
  // `XY <path>`, always from the top of the repository.
  return status.output.split('\0').flatMap((entry) => (entry.length > 3 ? [join(root, entry.slice(3))] : []));
}
