import { join } from 'node:path';
import type { SkipReason } from '../../core/context/fileState.ts';
import type { DiffTarget } from '../../core/context/scopeItem.ts';
import type { FileDiff } from './fileDiff.ts';
import { readNewFile } from './readNewFile.ts';
import { type GitResult, runGit } from './runGit.ts';

/** New files beyond this number are most likely a folder that somebody forgot to ignore. */
export const MAX_NEW_FILES = 500;

/**
 * What has changed below `folder`, file by file in Git's order, new files last. A renamed file is one that went and one that came. New files
 * beyond `MAX_NEW_FILES` are one that is skipped, with the path of the folder.
 */
export async function readDiff(
  folder: string,
  target: DiffTarget,
  signal?: AbortSignal,
): Promise<{ files: FileDiff[] } | { skip: SkipReason }> {
  const run = (...args: string[]) => runGit(folder, args, signal);
  const inside = await run('rev-parse', '--is-inside-work-tree');
  if (inside?.output.trim() !== 'true') return { skip: 'noGit' };
  const base = await findBase(target, run);
  if (base === undefined) return { skip: 'noBranch' };
  const staged = target.to === 'staged' ? ['--cached'] : [];
  const diff = await run('diff', ...FORM, ...staged, base, '--', '.');
  if (diff?.exitCode !== 0) return { skip: 'failed' };
  const changed = splitDiff(diff.output).map(({ path, text }) => ({ path: join(folder, path), text }));
  if (target.to === 'staged') return { files: changed };
  const fresh = await run('ls-files', '--others', '--exclude-standard', '-z');
  const paths = fresh?.output.split('\0').slice(0, -1) ?? [];
  const added = paths.slice(0, MAX_NEW_FILES).map((path) => readNewFile(folder, path));
  const rest: FileDiff[] = paths.length > MAX_NEW_FILES ? [{ path: folder, skip: 'tooManyNew' }] : [];
  return { files: [...changed, ...added, ...rest] };
}

/** Whatever the user's settings say, the same form: paths below the folder, no external programs, no renames. */
const FORM = [
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-renames',
  '--relative',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

type Run = (...args: string[]) => Promise<GitResult>;

/** The commit to compare with: the last one, or the one where this branch and the other parted. */
async function findBase(target: DiffTarget, run: Run): Promise<string | undefined> {
  if (target.to !== 'branch') return (await findCommit('HEAD', run)) ?? (await findEmptyTree(run));
  const branch = await findCommit(target.branch, run);
  if (branch === undefined) return undefined;
  const parted = await run('merge-base', 'HEAD', branch);
  return parted?.exitCode === 0 ? parted.output.trim() : branch;
}

async function findCommit(name: string, run: Run): Promise<string | undefined> {
  const found = await run('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  return found?.exitCode === 0 ? found.output.trim() : undefined;
}

/** In a repository without a commit everything is new. */
async function findEmptyTree(run: Run): Promise<string | undefined> {
  const format = await run('rev-parse', '--show-object-format');
  return format?.output.trim() === 'sha256'
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

/**
 * Lines of files start with a blank, a sign or a backslash: a line that starts with this word starts the next file. Only a line feed
 * ends a line for Git; what follows another line end still belongs to the file it stands in.
 */
function splitDiff(diff: string): { path: string; text: string }[] {
  return diff
    .split(/(?<=\n)(?=diff --git )/)
    .filter((text) => text.startsWith('diff --git '))
    .map((text) => ({ path: readPath(text.slice('diff --git '.length, text.indexOf('\n'))), text }));
}

/** `a/<path> b/<path>`, or both in quotes: without renames the two halves name the same file. */
function readPath(names: string): string {
  const name = names.slice(0, (names.length - 1) / 2);
  return (name.startsWith('"') ? unquote(name) : name).slice('a/'.length);
}

const ESCAPES: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Git's quoting is that of C, bytes in octal. */
function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/((?:\\[0-7]{3})+)|\\(.)/g, (_escape, octals: string | undefined, char: string) =>
      octals === undefined ? (ESCAPES[char] ?? char) : readOctals(octals),
    );
}

function readOctals(octals: string): string {
  const bytes = octals.split('\\').slice(1);
  return Buffer.from(bytes.map((octal) => Number.parseInt(octal, 8))).toString();
}
