import { formatName, formatTime } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import type { Cost } from '../snapshot.ts';

export type Dimension = Cost['tables'][number]['by'];
type Row = Cost['tables'][number]['rows'][number];

export const DIMENSION_TITLES: Record<Dimension, () => string> = {
  tier: () => translate('Tier'),
  model: () => translate('Model'),
  project: () => translate('Project'),
  session: () => translate('Session'),
  source: () => translate('Source'),
};

const TIER_NAMES: Readonly<Record<string, () => string>> = {
  think: () => translate('Tier 1: think'),
  execute: () => translate('Tier 2: execute'),
  bulk: () => translate('Tier 3: bulk'),
  none: () => translate('No model'),
};

/** What a value of a dimension is called; `''` is what the logs do not tell. */
export function nameKey(by: Dimension, key: string): string {
  if (key === '') return translate('unknown');
  if (by === 'tier') return TIER_NAMES[key]?.() ?? formatName(key);
  if (by === 'project') return lastNameOf(key);
  return formatName(key);
}

/** What a row is called: a session by its folder and its last call. */
export function nameRow(by: Dimension, row: Row): string {
  if (row.isDailyTotal) return translate('All of {0}', formatName(row.key.replace(/^day /, '')));
  if (row.label !== undefined) return formatName(row.label);
  if (by !== 'session') return nameKey(by, row.key);
  return translate('{0}, {1}', nameKey('project', row.project ?? ''), formatTime(row.lastMs));
}

function lastNameOf(path: string): string {
  const name = path
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1);
  return formatName(name === undefined || name === '' ? path : name);
}
