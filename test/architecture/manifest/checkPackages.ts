import { isBuiltin } from 'node:module';
import { collectImports } from '../collectImports.ts';
import { isShipped } from '../layers.ts';
import { resolveTarget } from '../moduleGraph.ts';
import { parseSource } from '../walkSource.ts';
import type { ManifestCheck } from './subject.ts';

const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/** Versions are pinned, licences allow shipping, and what ships imports what is declared, no more and no less. */
export const checkPackages: ManifestCheck = ({ manifest, lock, sources }) => {
  const { dependencies, devDependencies, engines } = manifest;
  const versions = Object.entries({ ...devDependencies, ...dependencies });
  const imported = listImportedPackages(sources);
  const types = devDependencies['@types/vscode'];
  return [
    ...versions
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package ${name}: ${version} is not exact`),
    ...Object.keys(dependencies)
      .filter((name) => !imported.has(name))
      .map((name) => `package ${name}: no code that ships imports it`),
    ...[...imported]
      .filter((name) => dependencies[name] === undefined)
      .map((name) => `package ${name}: imported, not declared`),
    ...(engines.vscode === `^${types}`
      ? []
      : [`engines.vscode ${engines.vscode} is not the floor ^${types}`]),
    ...Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== '' && dev !== true)
      .filter(([, { license }]) => !LICENCES.has(license ?? ''))
      .map(([path, { license }]) => `${path}: licence ${license}`),
    ...Object.entries(lock.packages)
      .filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''))
      .map(([path]) => `${path}: the lock file names a registry`),
  ];
};

/** Scripts are one short line each, and nothing starts before it is needed. */
export const checkScripts: ManifestCheck = ({ manifest }) => [
  ...Object.entries(manifest.scripts)
    .filter(([, script]) => script.length > 200 || script.includes('\n'))
    .map(([name]) => `script ${name}: longer than a line`),
  ...manifest.activationEvents
    .filter((event) => event !== 'onStartupFinished')
    .map((event) => `activation event ${event}: not wanted`),
];

function listImportedPackages(sources: Parameters<ManifestCheck>[0]['sources']): ReadonlySet<string> {
  const paths = new Set(sources.keys());
  const targets = [...sources]
    .filter(([path]) => isShipped(path))
    .flatMap(([path, source]) =>
      collectImports(parseSource(path, source).steps).map((edge) => resolveTarget(path, edge, paths)),
    );
  return new Set(
    targets.flatMap((target) => {
      const isForeign = target.to === 'package' && target.name !== 'vscode' && !isBuiltin(target.name);
      return isForeign ? [target.name] : [];
    }),
  );
}
