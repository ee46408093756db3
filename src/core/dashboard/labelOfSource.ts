import { LOG_SOURCES } from '../usage/sources/sources.ts';
import { SOURCE_IDS } from '../usage/usageRecord.ts';

/** What the tool is called that a record was logged by. */
export function labelOfSource(source: string): string {
  const id = SOURCE_IDS.find((known) => known === source);
  return id === undefined ? source : LOG_SOURCES[id].label;
}
