import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceTree } from './checkArchitecture.ts';

const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** Reads the files that `checkArchitecture` holds to the rules: all code that ships, and the tests in TypeScript. */
export function readSourceTree(root: string): SourceTree {
  const paths = [...listFiles(root, 'src'), ...listFiles(root, 'webview'), ...listFiles(root, 'test')];
  const checked = paths.filter((path) => !path.startsWith('test/') || /\.ts$/.test(path));
  return new Map(
    checked
      .filter((path) => SOURCE_FILE.test(path) && !/^test\/fixtures\/(?:sample|outline)\//.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    );
}
