import { access, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';

/** The rules of one `.gitignore`, relative to the folder it lies in. */
type RuleFile = { folder: string; rules: Ignore };

/** The ignore files that apply inside a folder, outermost first. */
export type IgnoreRules = readonly RuleFile[];

/**
 * The rules that hold in `folder` from outside it: `.git/info/exclude` and every `.gitignore` from the repository's
 * root (or `workspaceRoot` where there is no repository) down to the folder's parent.
 */
export async function loadOuterRules(folder: string, workspaceRoot: string): Promise<IgnoreRules> {
  const repositoryRoot = await findRepositoryRoot(folder);
  const top = repositoryRoot ?? workspaceRoot;
  const rules: RuleFile[] = [];
  if (repositoryRoot !== undefined) {
    rules.push(...(await readRules(join(repositoryRoot, '.git', 'info', 'exclude'), repositoryRoot)));
  }
  for (const ancestor of ancestorsBetween(top, folder)) {
    rules.push(...(await readRules(join(ancestor, '.gitignore'), ancestor)));
  }
  return rules;
}

/** `rules` and those of the folder's own `.gitignore`, if it has one. */
export async function withFolderRules(rules: IgnoreRules, folder: string): Promise<IgnoreRules> {
  const own = await readRules(join(folder, '.gitignore'), folder);
  return own.length === 0 ? rules : [...rules, ...own];
}

/** The innermost rule that speaks of a path decides, as in Git. */
export function isIgnored(rules: IgnoreRules, path: string, isFolder: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const file = rules[index];
    if (file === undefined) continue;
    const local = relative(file.folder, path).split(sep).join('/') + (isFolder ? '/' : '');
    const { ignored, unignored } = file.rules.test(local);
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function readRules(path: string, folder: string): Promise<RuleFile[]> {
  try {
    const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
    const rules = createIgnore({ ignorecase: ignoreCase, allowRelativePaths: true });
    return [{ folder, rules: rules.add(await readFile(path, 'utf8')) }];
  } catch {
    return []; // No such file, or not readable: Git ignores it as well.
  }
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
