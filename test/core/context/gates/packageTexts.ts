import { readFileSync } from 'node:fs';
import { listPackageFiles } from '../../tokens/packageFiles.ts';

/** Source code, documentation, data and bundles of public packages, in which there are no secrets. */
const PICKS: readonly (readonly [packageName: string, extension: string, limit: number])[] = [
  ['@azure', '.js', 40],
  ['@azure', '.md', 15],
  ['@azure', '.d.ts', 15],
  ['@microsoft/fast-foundation', '.js', 15],
  ['@types/node', '.d.ts', 30],
  ['@vscode/vsce', '.js', 20],
  ['axe-core', '.json', 10],
  ['fast-check', '.js', 20],
  ['http-proxy-agent', '', 10],
  ['jsonwebtoken', '', 15],
  ['jwa', '', 5],
  ['jws', '', 8],
  ['mocha', '.js', 20],
  ['parse5', '.js', 10],
  ['playwright-core', '.json', 5],
  ['tinyexec', '', 5],
  ['typed-rest-client', '', 15],
  ['url-join', '', 5],
  ['vite', '.js', 10],
  ['vitest', '.js', 20],
];

export type PackageText = { file: string; text: string };

export function readPackageTexts(): PackageText[] {
  return PICKS.flatMap(([packageName, extension, limit]) =>
    listPackageFiles(packageName, extension, limit),
  ).map((file) => ({ file: file.replace(/^.*node_modules\//, ''), text: readFileSync(file, 'utf8') }));
}
