import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');
export const cacheDir = join(projectRoot, '.cache');
export const fixturesDir = join(projectRoot, 'test', 'fixtures');

/** The release of VS Code that is downloaded, and the release of code-server built from it. */
export const vscodeVersion = '1.139.1';
export const codeServerVersion = '4.139.1';

export interface Scratch {
  path: string;
  remove(): Promise<void>;
}

/** An own folder under the system's temporary folder: short, so that socket paths inside stay under their limit. */
export function makeScratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'tm-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * A link to the project, to be named as the extension under development. VS Code applies every theme it finds
 * below that folder; were it the project itself, its own themes would count, since `.cache` holds a VS Code.
 */
export function linkProject(into: string): string {
  const link = join(into, 'extension');
  mkdirSync(into, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(projectRoot, link, 'junction');
  return link;
}

/** Copies `test/fixtures/<name>` so that a test or a user may edit it; answers with the path of the copy. */
export async function copyFixture(name: string, into: string): Promise<string> {
  const target = join(into, name);
  mkdirSync(into, { recursive: true });
  await cp(join(fixturesDir, name), target, { recursive: true });
  return target;
}
