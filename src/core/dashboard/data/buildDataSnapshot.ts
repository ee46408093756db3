import { isDailyTotal, type UsageTable } from '../../usage/table/usageTable.ts';
import { SOURCE_IDS, type SourceId } from '../../usage/usageRecord.ts';
import { labelOfSource } from '../labelOfSource.ts';
import type { DataSnapshot, LookedPlace, SourceState } from './dataSnapshot.ts';

type Located = { source: SourceId; path: string };

export type DataFacts = Omit<DataSnapshot, 'sources' | 'firstDay'> & {
  /** Where logs may be. */
  roots: readonly Located[];
  /** Logs that are there. */
  found: readonly Located[];
};

/** A path that is longer is cut: it is only looked at. */
const MOST_PATH_UNITS = 1000;

/** What is known of each tool, from the places that were looked at and from the ledger. */
export function buildDataSnapshot(
  table: UsageTable,
  { roots, found, windowsHomes, ...facts }: DataFacts,
): DataSnapshot {
  const [firstDay] = table.days.keys;
  const states = SOURCE_IDS.map((source): SourceState => {
    const own = found.filter((log) => log.source === source);
    return {
      label: labelOfSource(source),
      places: listPlaces(
        roots.filter((root) => root.source === source),
        own,
      ),
      files: own.length,
      ...countRows(table, source),
    };
  });
  const isKnown = ({ files, records, dailyTotals }: SourceState) => files + records + dailyTotals > 0;
  return {
    ...facts,
    ...(firstDay !== undefined && { firstDay }),
    windowsHomes: windowsHomes.filter((home) => found.some(({ path }) => path.startsWith(`${home}/`))),
    sources: [...states.filter(isKnown), ...states.filter((state) => !isKnown(state))],
  };
}

function listPlaces(roots: readonly Located[], found: readonly Located[]): LookedPlace[] {
  const places = [...new Set(roots.map(({ path }) => path))].map((path) => ({
    path: path.slice(0, MOST_PATH_UNITS),
    files: found.filter((log) => log.path === path || log.path.startsWith(`${path}/`)).length,
  }));
  return places.sort((a, b) => Number(b.files > 0) - Number(a.files > 0));
}

function countRows(
  table: UsageTable,
  source: SourceId,
): Pick<SourceState, 'records' | 'dailyTotals' | 'lastMs'> {
  const { dimensions, timestampMs } = table;
  const id = dimensions.source.keys.indexOf(source);
  const totals = dimensions.session.keys.map(isDailyTotal);
  const counts = { records: 0, dailyTotals: 0 };
  let lastMs = 0;
  for (const [row, own] of dimensions.source.ids.entries()) {
    if (own !== id) continue;
    counts[totals[dimensions.session.ids[row] ?? -1] ? 'dailyTotals' : 'records'] += 1;
    lastMs = Math.max(lastMs, timestampMs[row] ?? 0);
  }
  return { ...counts, ...(lastMs > 0 && { lastMs }) };
}
