import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { SCOPE_ITEM } from '../../core/context/parseScope.ts';
import { withoutRepeats } from '../../core/context/scope.ts';
import { isManyFiles, pathOf, type ScopeItem, withId } from '../../core/context/scopeItem.ts';
import { MAX_NAME_LENGTH, type NamedScope } from '../../core/context/scopeLibrary.ts';
import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { EMPTY_TASK, TASK } from '../../core/context/task.ts';
import { INVISIBLE_CLASS } from '../../core/tokens/invisibleClass.ts';
import { translate } from '../../core/translate.ts';
import { isWithin } from '../files/pathWithin.ts';

/** A scope as a file that can be shared: `.token-meter/scopes/<name>.json`. Paths are relative, with `/`. */
export const SCOPE_FILE_FOLDER = '.token-meter/scopes';
export const SCOPE_FILE_VERSION = 1;

/**
 * Items with absolute paths become items with paths of the workspace; ids are left out, they follow from the rest. So are items outside of
 * the workspace: nobody could take them in, and by a relative path they would be other files. Invisible characters are escaped, so that the
 * gates on the way out leave the paths as they are.
 */
export function formatScopeFile({ name, scope, task }: NamedScope, roots: readonly WorkspaceRoot[]): string {
  const isInside = (path: string) => roots.some((root) => isWithin(root.path, path));
  const items = scope
    .filter((item) => item.kind === 'text' || isInside(item.path))
    .map((item) => (isManyFiles(item) ? { ...item, excluded: item.excluded.filter(isInside) } : item))
    .map((item) => {
      const { id: _id, ...rest } = mapPaths(item, (path) => toShared(path, roots));
      return rest;
    });
  const json = JSON.stringify({ version: SCOPE_FILE_VERSION, name, task, items }, null, 2);
  return `${json.replace(INVISIBLE, escapeUnits)}\n`;
}

/** The scope of such a file, or in words why it is none. */
export function parseScopeFile(
  text: string,
  roots: readonly WorkspaceRoot[],
): { scope: NamedScope } | { problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return {
      problem: translate('it is not JSON ({0})', error instanceof Error ? error.message : String(error)),
    };
  }
  const version = v.safeParse(VERSION, content);
  if (!version.success) return { problem: translate('it has no version, so it is no scope of Token Meter') };
  if (version.output.version > SCOPE_FILE_VERSION) {
    return {
      problem: translate(
        'it was written by a newer version of Token Meter ({0}): update the extension',
        version.output.version,
      ),
    };
  }
  const file = v.safeParse(FILE, content);
  if (!file.success) return { problem: describeIssue(file.issues[0]) };
  const scope: ScopeItem[] = [];
  for (const [index, stored] of file.output.items.entries()) {
    const parsed = v.safeParse(SCOPE_ITEM, { ...stored, id: 'unknown' });
    if (!parsed.success)
      return { problem: translate('item {0}: {1}', index + 1, describeIssue(parsed.issues[0])) };
    const outside = pathsOf(parsed.output).find((path) => !isShared(path));
    if (outside !== undefined)
      return { problem: translate('item {0}: {1} leaves the workspace', index + 1, JSON.stringify(outside)) };
    scope.push(withId(mapPaths(parsed.output, (path) => fromShared(path, roots))));
  }
  return { scope: { name: file.output.name, scope: withoutRepeats(scope), task: file.output.task } };
}

const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, 'gu');

function escapeUnits(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

const VERSION = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const FILE = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NAME_LENGTH)),
  task: v.optional(TASK, EMPTY_TASK),
  items: v.array(v.record(v.string(), v.unknown())),
});

function describeIssue(issue: { message: string; path?: readonly { key: unknown }[] | undefined }): string {
  const field = issue.path?.map(({ key }) => String(key)).join('.');
  return field === undefined || field === '' ? issue.message : `${field}: ${issue.message}`;
}

function pathsOf(item: ScopeItem): string[] {
  return [pathOf(item) ?? [], isManyFiles(item) ? item.excluded : []].flat();
}

function mapPaths(item: ScopeItem, map: (path: string) => string): ScopeItem {
  if (item.kind === 'text') return item;
  const moved = { ...item, path: map(item.path) };
  return isManyFiles(moved) ? { ...moved, excluded: moved.excluded.map(map) } : moved;
}

/** `src/a.ts`, behind the folder's name where there are several; the folder itself is `.`. */
function toShared(path: string, roots: readonly WorkspaceRoot[]): string {
  const index = roots.findIndex((candidate) => isWithin(candidate.path, path));
  const local = relative(roots[index]?.path ?? '', path)
    .split(sep)
    .join('/');
  if (roots.length > 1) return local === '' ? nameRoot(roots, index) : `${nameRoot(roots, index)}/${local}`;
  if (local === '') return '.';
  // Elsewhere it could be taken for a drive.
  return /^[a-z]:|^\\\\/i.test(local) ? `./${local}` : local;
}

function fromShared(path: string, roots: readonly WorkspaceRoot[]): string {
  const named =
    roots.length === 1 ? [] : roots.map((root, index) => ({ root, name: nameRoot(roots, index) }));
  const [found] = named
    .filter(({ name }) => path === name || path.startsWith(`${name}/`))
    // A name may be the start of another one.
    .sort((a, b) => b.name.length - a.name.length);
  if (found === undefined) return resolve(roots[0]?.path ?? '/', path);
  return resolve(found.root.path, `.${path.slice(found.name.length)}`);
}

/** The name of a folder of the workspace; nothing keeps two from having the same. */
function nameRoot(roots: readonly WorkspaceRoot[], index: number): string {
  const name = roots[index]?.name ?? '';
  const before = roots.slice(0, index).filter((root) => root.name === name).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}

/** Whether a path of a file can only lie inside the workspace, whichever machine wrote it. */
function isShared(path: string): boolean {
  const parts = path.split(sep === '/' ? '/' : /[\\/]/);
  return path !== '' && !isAbsolute(path) && !/^[a-z]:[\\/]|^\\\\/i.test(path) && !parts.includes('..');
}
