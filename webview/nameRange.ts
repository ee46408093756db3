import { formatDay } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Cost } from './snapshot.ts';

/** `Nov 1, 2026 to Nov 22, 2026`, or the one day. */
export function nameRange({ since, until }: Cost['range']): string {
  return since === until ? formatDay(since) : translate('{0} to {1}', formatDay(since), formatDay(until));
}
