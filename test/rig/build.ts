import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, projectRoot } from './paths.ts';
import { runNpm } from './processes.ts';

const stamp = join(cacheDir, 'build.sha256');

/** Builds the bundles unless neither sources nor bundles changed since the last build; false when it fails. */
export async function buildWhenChanged(): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashBuild()) return true;
  if ((await runNpm(['run', '-s', 'build'], projectRoot)) !== 0) return false;
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(stamp, hashBuild());
  return true;
}

/** One hash over the names and contents of all files that the patterns match below the project. */
export function hashFiles(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: projectRoot }).sort()) {
    const absolute = join(projectRoot, path);
    if (statSync(absolute).isFile()) hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0');
  }
  return hash.digest('hex');
}

function hashBuild(): string {
  return hashFiles(['src/**', 'webview/**', 'package.json', 'package-lock.json', 'dist/**']);
}
