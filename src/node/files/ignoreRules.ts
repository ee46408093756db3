import { access, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';

/** The ignore files that hold inside a folder, as one list of rules relative to `top`. */
export type IgnoreRules = { top: string; rules: Ignore };

/**
 * The rules that hold in `folder` from outside it: `.git/info/exclude` and every `.gitignore` from the repository's
 * root (or `workspaceRoot` where there is no repository) down to the folder's parent. None where these rules ignore the
 * folder itself: who names an ignored folder wants what is in it.
 */
export async function loadOuterRules(folder: string, workspaceRoot: string): Promise<IgnoreRules> {
  const repositoryRoot = await findRepositoryRoot(folder);
  const top = repositoryRoot ?? workspaceRoot;
  let rules: IgnoreRules = { top, rules: newIgnore() };
  if (repositoryRoot !== undefined) rules = await withRules(rules, top, join(top, '.git', 'info', 'exclude'));
  for (const ancestor of ancestorsBetween(top, folder)) rules = await withFolderRules(rules, ancestor);
  const isIgnoredItself = folder !== top && isIgnored(rules, folder, true);
  return isIgnoredItself ? { top: folder, rules: newIgnore() } : rules;
}

/** `rules` and those of the folder's own `.gitignore`, if it has one; the innermost one decides, as in Git. */
export async function withFolderRules(rules: IgnoreRules, folder: string): Promise<IgnoreRules> {
  return withRules(rules, folder, join(folder, '.gitignore'));
}

export function isIgnored({ top, rules }: IgnoreRules, path: string, isFolder: boolean): boolean {
  return rules.ignores(localPath(top, path) + (isFolder ? '/' : ''));
}

async function withRules(outer: IgnoreRules, folder: string, file: string): Promise<IgnoreRules> {
  // Where there is no such file, or it may not be read, Git goes on without it, too.
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined) return outer;
  const prefix = localPath(outer.top, folder).replace(/[\\*?[\]!# ]/g, '\\$&');
  const lines = content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => anchorRule(line, prefix));
  return { top: outer.top, rules: newIgnore().add(outer.rules).add(lines) };
}

/** A line of an ignore file in the folder `prefix`, as the same rule seen from the top. */
function anchorRule(line: string, prefix: string): string[] {
  if (prefix === '') return [line];
  if (line.startsWith('#')) return [];
  const negation = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(negation.length);
  const isAnchored = /\/./.test(pattern);
  const local = pattern.replace(/^\//, '');
  return local.trim() === '' ? [] : [`${negation}/${prefix}/${isAnchored ? '' : '**/'}${local}`];
}

function newIgnore(): Ignore {
  return createIgnore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' });
}

function localPath(top: string, path: string): string {
  return relative(top, path).split(sep).join('/');
}

async function findRepositoryRoot(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const found = await access(join(current, '.git')).then(
      () => true,
      () => false,
    );
    if (found) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** The folders from `top` to the parent of `folder`; none when `folder` is `top` or lies elsewhere. */
function ancestorsBetween(top: string, folder: string): string[] {
  const way = relative(top, folder);
  if (way === '' || way.startsWith('..')) return [];
  const parts = way.split(sep).slice(0, -1);
  return [top, ...parts.map((_, index) => join(top, ...parts.slice(0, index + 1)))];
}
