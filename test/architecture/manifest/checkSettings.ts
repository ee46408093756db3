import { isDeepStrictEqual } from 'node:util';
import { listSettings, type Setting } from './manifest.ts';
import { compareIds, type ManifestCheck } from './subject.ts';
import { listTableUses } from './tableUses.ts';

/** Where a workspace cannot change a setting. */
const OWN_SCOPES: ReadonlySet<string> = new Set(['application', 'machine']);

/** Settings are the same here and in the code, and no untrusted workspace can turn them. */
export const checkSettings: ManifestCheck = ({ manifest, tables, sources }) => {
  const contributed = listSettings(manifest);
  const keys = contributed.map(([key]) => key);
  const known = Object.values(tables.settings);
  const read = listTableUses(sources).filter(({ table }) => table === 'SETTINGS');
  const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  return [
    ...compareIds(
      'setting',
      keys,
      known.map(({ key }) => key),
    ),
    ...Object.entries(tables.settings)
      .filter(([name]) => !read.some((use) => use.name === name))
      .map(([, { key }]) => `setting ${key}: never read`),
    ...restricted
      .filter((key) => !keys.includes(key))
      .map((key) => `restricted setting ${key}: not contributed`),
    ...contributed.flatMap(([key, setting]) => {
      const own = known.find((candidate) => candidate.key === key);
      return [
        ...checkSetting(setting, keys),
        ...(key.startsWith('tokenMeter.') ? [] : ['wrong prefix']),
        ...(OWN_SCOPES.has(setting.scope ?? '') || restricted.includes(key)
          ? []
          : ['neither restricted nor of the machine']),
        ...(own === undefined || isDeepStrictEqual(own.default, setting.default)
          ? []
          : ['default differs from the code']),
      ].map((fault) => `setting ${key}: ${fault}`);
    }),
  ];
};

/** The models to choose from are those of the catalogue, in its order. */
export const checkModels: ManifestCheck = ({ manifest, tables }) => {
  const offered = listSettings(manifest).find(([key]) => key === 'tokenMeter.model')?.[1].enum ?? [];
  const faults = compareIds('model', offered, tables.modelIds);
  if (faults.length > 0) return faults;
  return isDeepStrictEqual(offered, tables.modelIds) ? [] : ['models: not in the order of the catalogue'];
};

function checkSetting(setting: Setting, keys: readonly string[]): string[] {
  const text = setting.markdownDescription ?? setting.description ?? '';
  const parallel = [setting.enumItemLabels, setting.enumDescriptions, setting.markdownEnumDescriptions];
  const size = setting.enum?.length ?? 0;
  return [
    ...(text === '' ? ['no description'] : []),
    ...(setting.default === undefined ? ['no default'] : []),
    ...(isOfType(setting) ? [] : ['default is not of its type']),
    ...(parallel.every((list) => list === undefined || list.length === size)
      ? []
      : ['labels do not match the enum']),
    ...[...text.matchAll(/#(tokenMeter\.[\w.]+)#/g)]
      .map(([, key = '']) => key)
      .filter((key) => !keys.includes(key))
      .map((key) => `describes itself by the unknown setting ${key}`),
  ];
}

function isOfType({ type, default: value, enum: choices }: Setting): boolean {
  if (choices !== undefined && !choices.includes(String(value))) return false;
  if (type === undefined || value === undefined) return true;
  const actual = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const wanted = [type].flat();
  return wanted.includes(actual) || (wanted.includes('integer') && Number.isInteger(value));
}
