import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { ImportEdge } from './collectImports.ts';

/** Where an import leads. */
export type Target =
  | { to: 'file'; path: string }
  | { to: 'builtin'; name: string }
  | { to: 'package'; name: string }
  | { to: 'unknown' };

export type Link = ImportEdge & { from: string; target: Target };

/** Resolves a specifier as written in the file `from`, without touching a disk. */
export function resolveTarget(from: string, { specifier }: ImportEdge, paths: ReadonlySet<string>): Target {
  if (specifier === undefined || /^([/#]|(?!node:)[a-z]+:)/.test(specifier)) return { to: 'unknown' };
  if (/^\.\.?(\/|$)/.test(specifier)) return { to: 'file', path: resolvePath(from, specifier, paths) };
  if (isBuiltin(specifier)) return { to: 'builtin', name: specifier.replace(/^node:/, '') };
  const [scope = '', name = ''] = specifier.split('/');
  return { to: 'package', name: scope.startsWith('@') ? `${scope}/${name}` : scope };
}

/** The first ring of files that import one another, as a path whose end is its start; one ring per knot. */
export function findCycles(links: readonly Link[]): string[][] {
  const next = groupTargets(links);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), path]);
      return;
    }
    if (done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return cycles;
}

/** The shortest way from `start` to `goal`, both ends included, or `undefined`. */
export function findTrail(links: readonly Link[], start: string, goal: string): string[] | undefined {
  const next = groupTargets(links);
  const trails: string[][] = [[start]];
  const seen = new Set([start]);
  for (const trail of trails) {
    const end = trail.at(-1) ?? start;
    if (end === goal) return trail;
    for (const target of next.get(end) ?? []) {
      if (!seen.has(target)) trails.push([...trail, target]);
      seen.add(target);
    }
  }
  return undefined;
}

function resolvePath(from: string, specifier: string, paths: ReadonlySet<string>): string {
  const plain = posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ''));
  const guesses = [plain, `${plain}.ts`, plain.replace(/\.[cm]?js$/, '.ts'), `${plain}/index.ts`];
  return guesses.find((guess) => paths.has(guess)) ?? plain;
}

function groupTargets(links: readonly Link[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, target } of links) {
    if (target.to !== 'file') continue;
    next.set(from, [...(next.get(from) ?? []), target.path]);
  }
  return next;
}
