import type { ManifestCheck } from './subject.ts';

/** Files that the manifest names are there; built ones are built by a script. */
export const checkFiles: ManifestCheck = ({ manifest, files }) => {
  const { contributes } = manifest;
  const views = Object.values(contributes.views).flat();
  const containers = Object.values(contributes.viewsContainers).flat();
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const icons = [...contributes.commands, ...contributes.submenus, ...views, ...containers].map(
    ({ icon }) => icon,
  );
  const pictures = steps.flatMap(({ media }) => [media.image, media.svg, media.markdown]);
  const named = [manifest.icon, ...icons, ...pictures]
    .flatMap((name) => (typeof name === 'object' ? Object.values(name) : [name]))
    .filter((name): name is string => typeof name === 'string');
  const built = Object.values(manifest.scripts).flatMap((script) => [
    ...[...script.matchAll(/--outfile=(\S+)/g)].map(([, path]) => path),
    ...[...script.matchAll(/ (\w+)=src\/.* --outdir=(\S+)/g)].map(
      ([, name, folder]) => `${folder}/${name}.js`,
    ),
  ]);
  return [
    ...named
      .filter((name) => !/^\$\([a-z0-9-]+(~spin)?\)$/.test(name) && !files.has(name.replace(/^\.\//, '')))
      .map((name) => `file ${name}: missing`),
    ...[manifest.main, ...Object.values(manifest.bin)]
      .filter((path) => !built.includes(path.replace(/^\.\//, '')))
      .map((path) => `file ${path}: no script builds it`),
    ...(manifest.icon === undefined || manifest.icon.endsWith('.png') ? [] : ['icon: must be a PNG']),
  ];
};
