import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, codeServerVersion } from './paths.ts';
import { runNpm } from './processes.ts';

const installedDir = join(cacheDir, `code-server-${codeServerVersion}`);

export const codeServerEntry = join(installedDir, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

/** Installs into the cache what is not there yet; an interrupted install is never taken for a whole one. */
export async function ensureCodeServer(): Promise<void> {
  if (existsSync(codeServerEntry)) return;
  const name = `code-server@${codeServerVersion}`;
  console.log(`Installing ${name} (VS Code as a server, 600 MB) into .cache …`);
  const partialDir = `${installedDir}.partial`;
  await rm(partialDir, { recursive: true, force: true });
  await mkdir(partialDir, { recursive: true });
  await installInto(partialDir, name);
  await rename(partialDir, installedDir);
}

/** Without install scripts, so that nothing is compiled: what VS Code misses then is logging to files. */
async function installInto(dir: string, name: string): Promise<void> {
  const vscodeDir = join(dir, 'node_modules', 'code-server', 'lib', 'vscode');
  await writeFile(join(dir, 'package.json'), '{ "private": true }\n');
  await install(dir, name);
  await install(vscodeDir, '--omit=dev');
  await install(join(vscodeDir, 'extensions'), '--omit=dev');
}

async function install(dir: string, ...args: string[]): Promise<void> {
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(['install', ...quietly, ...args], dir, ['ignore', 'ignore', 'inherit']);
  if (code !== 0) throw new Error('npm could not install code-server; its reasons are above.');
}
