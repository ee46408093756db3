import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is `folder` or lies below it. Both absolute; links are not resolved here. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
