import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PACKAGE = join(ROOT, 'node_modules/repomix');

export const REPOMIX_VERSION = (
  JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
).version;

/**
 * Packs `folder` by repomix's command line into one Markdown file, counting tokens with the same encoding. Its own patterns for
 * what to leave out are off, so that both take the same files by `.gitignore`. It keeps counts in `cacheFile`, as it does by default.
 */
export function runRepomix(
  folder: string,
  output: string,
  cacheFile: string,
  hasSecurityCheck: boolean,
): { files: number; tokens: number } {
  const flags = ['--no-default-patterns', '--no-git-sort-by-changes', '--style', 'markdown'];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(PACKAGE, 'bin/repomix.cjs'),
      folder,
      ...flags,
      ...['--output', output, '--token-count-encoding', 'o200k_base'],
      ...(hasSecurityCheck ? [] : ['--no-security-check']),
    ],
    { encoding: 'utf8', env: { ...process.env, REPOMIX_TOKEN_CACHE_PATH: cacheFile } },
  );
  if (status !== 0) throw new Error(`repomix failed: ${stderr || stdout}`);
  return { files: readFigure(stdout, 'Total Files'), tokens: readFigure(stdout, 'Total Tokens') };
}

/** Milliseconds of each of `passes` in one process, without its security check. */
export function runRepomixAgain(folder: string, output: string, cacheFile: string, passes: number): number[] {
  const script = join(import.meta.dirname, 'repomixAgain.mjs');
  const args = [script, folder, output, cacheFile, String(passes)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as number[];
}

function readFigure(output: string, name: string): number {
  const figure = new RegExp(`${name}: ([\\d,]+)`).exec(output)?.[1];
  if (figure === undefined) throw new Error(`repomix does not say "${name}".`);
  return Number(figure.replaceAll(',', ''));
}
