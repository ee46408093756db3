import { isAbsolute, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { SCOPE_ITEM } from '../../core/context/parseScope.ts';
import { isManyFiles, pathOf, type ScopeItem, withId } from '../../core/context/scopeItem.ts';
import { MAX_NAME_LENGTH, type NamedScope } from '../../core/context/scopeLibrary.ts';
import type { WorkspaceRoot } from '../../core/context/scopeRequest.ts';
import { parseTask } from '../../core/context/task.ts';
import { isWithin } from '../files/pathWithin.ts';

/** A scope as a file that can be shared: `.token-meter/scopes/<name>.json`. Paths are relative, with `/`. */
export const SCOPE_FILE_FOLDER = '.token-meter/scopes';
export const SCOPE_FILE_VERSION = 1;

/** Items with absolute paths become items with paths of the workspace; ids are left out, they follow from the rest. */
export function formatScopeFile({ name, scope, task }: NamedScope, roots: readonly WorkspaceRoot[]): string {
  const items = scope.map((item) => {
    const { id: _id, ...rest } = mapPaths(item, (path) => toShared(path, roots));
    return rest;
  });
  return `${JSON.stringify({ version: SCOPE_FILE_VERSION, name, task, items }, null, 2)}\n`;
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
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const version = v.safeParse(v.object({ version: v.number() }), content);
  if (!version.success) return { problem: 'it has no version, so it is no scope of Token Meter' };
  if (version.output.version > SCOPE_FILE_VERSION) {
    return {
      problem: `it was written by a newer version of Token Meter (${version.output.version}): update the extension`,
    };
  }
  const file = v.safeParse(FILE, content);
  if (!file.success) return { problem: describeIssue(file.issues[0]) };
  const scope: ScopeItem[] = [];
  for (const [index, stored] of file.output.items.entries()) {
    const parsed = v.safeParse(SCOPE_ITEM, { ...stored, id: 'unknown' });
    if (!parsed.success) return { problem: `item ${index + 1}: ${describeIssue(parsed.issues[0])}` };
    const outside = pathsOf(parsed.output).find((path) => !isShared(path));
    if (outside !== undefined)
      return { problem: `item ${index + 1}: ${JSON.stringify(outside)} leaves the workspace` };
    scope.push(withId(mapPaths(parsed.output, (path) => fromShared(path, roots))));
  }
  return { scope: { name: file.output.name, scope, task: parseTask(file.output.task) } };
}

const FILE = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NAME_LENGTH)),
  task: v.unknown(),
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
  const root = roots.find((candidate) => isWithin(candidate.path, path));
  // Its folder has left the workspace: the file says so by a path that nobody has.
  if (root === undefined) return path.split(sep).at(-1) as string;
  const local = relative(root.path, path).split(sep).join('/');
  if (roots.length === 1) return local === '' ? '.' : local;
  return local === '' ? root.name : `${root.name}/${local}`;
}

function fromShared(path: string, roots: readonly WorkspaceRoot[]): string {
  const [first, ...rest] = path.split('/');
  const named = roots.length > 1 ? roots.find(({ name }) => name === first) : undefined;
  if (named !== undefined) return join(named.path, ...rest);
  return join(roots[0]?.path ?? '/', ...path.split('/'));
}

/** Whether a path of a file can only lie inside the workspace. */
function isShared(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !/^[a-z]:|\\/i.test(path) && !path.split('/').includes('..');
}
