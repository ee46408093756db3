import { ALLOWED_PATHS, DENIED_PATHS, type DenyReason } from './deniedPaths.ts';

/**
 * Why the file at `path`, relative or absolute, with either separator, is on the deny-list; `undefined` when it is not. Letter case is
 * ignored everywhere, and so are what Windows ignores itself: dots and spaces at the end, a stream name (`.env::$DATA`).
 */
export function isDeniedPath(path: string): DenyReason | undefined {
  const plain = normalisePath(path);
  if (ALLOWED_PATHS.some((pattern) => pattern.test(plain))) return undefined;
  return DENIED_PATHS.find(({ pattern }) => pattern.test(plain))?.reason;
}

function normalisePath(path: string): string {
  const joined = path
    .toLowerCase()
    .replace(/[\\/]+/g, '/')
    .replace(/^[a-z]:(?=\/)/, '');
  const slash = joined.lastIndexOf('/');
  const name = joined
    .slice(slash + 1)
    .replace(/:[^/]*/, '')
    .replace(/[. ]{1,50}$/, '');
  return `/${joined.slice(0, slash + 1)}${name}`.replace(/^\/+/, '/');
}
