import { constants, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';

/** The ignore files that hold inside a folder, as one list of rules relative to `top`; absent where there are none. */
export type IgnoreRules = {
  top: string;
  rules?: Ignore;
  /** What the files say, so that rules can be told from other ones. */
  text?: string;
};

/**
 * The rules that hold in `folder` from outside it: `.git/info/exclude` and every `.gitignore` from the repository's
 * root (or `workspaceRoot` where there is no repository) down to the folder's parent. None where these rules ignore the
 * folder itself: who names an ignored folder wants what is in it. Synchronous, as all of the walk.
 */
export function loadOuterRules(folder: string, workspaceRoot: string): IgnoreRules {
  const repositoryRoot = findRepositoryRoot(folder);
  const top = repositoryRoot ?? workspaceRoot;
  let rules: IgnoreRules = { top };
  if (repositoryRoot !== undefined) rules = withRules(rules, top, join(top, '.git', 'info', 'exclude'));
  for (const ancestor of ancestorsBetween(top, folder)) rules = withFolderRules(rules, ancestor);
  const isIgnoredItself = folder !== top && createIgnoreTest(rules, dirname(folder))(basename(folder), true);
  return isIgnoredItself ? { top: folder } : rules;
}

/** `rules` and those of the folder's own `.gitignore`, if it has one; the innermost one decides, as in Git. */
export function withFolderRules(rules: IgnoreRules, folder: string): IgnoreRules {
  return withRules(rules, folder, join(folder, IGNORE_FILE), NO_LINK);
}

/** Whether a file of this name holds rules for the folder around it, as the platform compares names. */
export function isIgnoreFile(name: string): boolean {
  return name === IGNORE_FILE || (IGNORES_CASE && name.toLowerCase() === IGNORE_FILE);
}

/** Tells by name what in `folder` is ignored. */
export function createIgnoreTest(
  { top, rules }: IgnoreRules,
  folder: string,
): (name: string, isFolder: boolean) => boolean {
  if (rules === undefined) return () => false;
  const local = localPath(top, folder);
  const start = local === '' ? '' : `${local}/`;
  return (name, isFolder) => rules.ignores(`${start}${name}${isFolder ? '/' : ''}`);
}

const IGNORE_FILE = '.gitignore';
/** Git does not follow a link that stands for a `.gitignore`. Windows has no such flag. */
const NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
const IGNORES_CASE = process.platform === 'win32' || process.platform === 'darwin';

function withRules(outer: IgnoreRules, folder: string, file: string, flag?: number): IgnoreRules {
  const content = readIfPossible(file, flag);
  if (content === undefined) return outer;
  const prefix = localPath(outer.top, folder).replace(/[\\*?[\]!# ]/g, '\\$&');
  const lines = content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => anchorRule(line, prefix));
  const rules = createIgnore({ ignorecase: IGNORES_CASE });
  if (outer.rules !== undefined) rules.add(outer.rules);
  return { top: outer.top, rules: rules.add(lines), text: `${outer.text ?? ''}\0${prefix}\0${content}` };
}

/** Whether both are the same rules, though read at different times. */
export function areSameRules(a: IgnoreRules, b: IgnoreRules): boolean {
  return a.top === b.top && a.text === b.text;
}

/** Where there is no such file, or it may not be read, Git goes on without it, too. */
function readIfPossible(file: string, flag: number = constants.O_RDONLY): string | undefined {
  try {
    return readFileSync(file, { encoding: 'utf8', flag });
  } catch {
    return undefined;
  }
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

function localPath(top: string, path: string): string {
  return relative(top, path).split(sep).join('/');
}

function findRepositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
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
