/** Files by number, found by path, by the end of their path, or by folder. Paths are relative, with `/`; no look-up minds an unknown one. */
export type PathTable = {
  paths: readonly string[];
  numberOf(path: string): number | undefined;
  /** Files whose path is `suffix` or ends in `/suffix`; the nearest to `from` first. */
  endingIn(suffix: string, from: string): number[];
  inFolder(folder: string): readonly number[];
  /** A folder whose path is `suffix` or ends in `/suffix`. */
  folderEndingIn(suffix: string): string | undefined;
};

export function createPathTable(paths: readonly string[]): PathTable {
  const numbers = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const byFolder = new Map<string, number[]>();
  for (const [index, path] of paths.entries()) {
    numbers.set(path, index);
    push(byName, nameOf(path), index);
    push(byFolder, folderOf(path), index);
  }
  const foldersByName = new Map<string, string[]>();
  for (const folder of byFolder.keys()) push(foldersByName, nameOf(folder), folder);
  return {
    paths,
    numberOf: (path) => numbers.get(path),
    inFolder: (folder) => byFolder.get(folder) ?? [],
    folderEndingIn: (suffix) => foldersByName.get(nameOf(suffix))?.find((folder) => endsIn(folder, suffix)),
    endingIn(suffix, from) {
      const found = (byName.get(nameOf(suffix)) ?? []).filter((index) => endsIn(paths[index] ?? '', suffix));
      if (found.length < 2) return found;
      const shared = (index: number) => sharedFolders(paths[index] ?? '', from);
      return found.sort((a, b) => shared(b) - shared(a) || a - b);
    },
  };
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `a/b` and `../c/./d` give `a/c/d`; `undefined` when it leads outside. */
export function joinPath(folder: string, way: string): string | undefined {
  const parts = way.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of way.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** How many folders from the top two paths have in common. */
export function sharedFolders(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at < a.length && a[at] === b[at]; at += 1) if (a[at] === '/') shared += 1;
  return shared;
}

function endsIn(path: string, suffix: string): boolean {
  return path === suffix || path.endsWith(`/${suffix}`);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
