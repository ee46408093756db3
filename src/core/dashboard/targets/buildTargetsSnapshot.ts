import { compareText } from '../../compareText.ts';
import { PROMPT_PARTS, TARGET_BANDS } from '../../cost/plan/composition.ts';
import { addDays, type BarUnit, countDays, type DayRange, listUnits, startOfUnit } from '../../usage/days.ts';
import { selectRows } from '../../usage/table/selectRows.ts';
import type { UsageTable } from '../../usage/table/usageTable.ts';
import { knownRange } from '../cost/buildCostSnapshot.ts';
import { rangeBefore, rangeOf } from '../cost/costView.ts';
import { labelOfSource } from '../labelOfSource.ts';
import type { PromptTokens } from './composePrompts.ts';
import { type EventFacts, sumDays, sumPrompts } from './countEvents.ts';
import { judgeKpi } from './judgeKpi.ts';
import { KPIS, type Kpi } from './kpis.ts';
import { measureUsage, type UsageMeasures } from './measureUsage.ts';
import {
  type Composition,
  KPI_IDS,
  type ModelCosts,
  type TargetPeriod,
  type TargetsSnapshot,
} from './targetsSnapshot.ts';

/** More models than that are not worth a row each. */
const MOST_MODELS = 12;

/** Longer ranges have a trend by week, or by month. */
const MOST_DAYS = 31;
const MOST_WEEKS = 60;

/** The playbook's numbers over a period that ends today, a local day, beside its targets and the period before. `events` are those that were read. */
export function buildTargetsSnapshot(
  table: UsageTable,
  period: TargetPeriod,
  today: string,
  readEvents?: EventFacts,
): TargetsSnapshot {
  const events = readEvents ?? NO_EVENTS;
  const known = knownRange(table);
  const range = rangeOf({ period }, today, known);
  const before = rangeBefore(period, range);
  const { rows } = selectRows(table, range, {});
  const measures = measureRange(table, rows, range, events);
  const measuresBefore = before && measureRange(table, selectRows(table, before, {}).rows, before, events);
  const trend = measureUnits(table, rows, range, trendUnit(range), events);
  const { composition } = measures;
  return {
    period,
    range,
    requests: measures.requests,
    untieredRequests: measures.untieredRequests,
    ...(measures.requests === 0 && known !== undefined && { newestDay: known.until }),
    areSessionsRead: readEvents !== undefined,
    ...(composition !== undefined && { composition: describeParts(composition) }),
    kpis: KPI_IDS.map((id) => {
      const kpi: Kpi = KPIS[id];
      const values = trend.map((unit) => kpi.read(unit) ?? null);
      return {
        id,
        ...judgeKpi(kpi, kpi.read(measures), measuresBefore && kpi.read(measuresBefore)),
        trend: values,
      };
    }),
    models: listModels(table, rows),
    sources: listSources(table, rows),
  };
}

function trendUnit(range: DayRange): BarUnit {
  const days = countDays(range);
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS * 7 ? 'week' : 'month';
}

function describeParts(composition: PromptTokens): Composition {
  const { requests, total } = composition;
  const parts = PROMPT_PARTS.map((part) => ({
    part,
    share: composition[part] / total,
    ...TARGET_BANDS[part],
  }));
  const known = parts.reduce((sum, { share }) => sum + share, 0);
  return { requests, parts, unknownShare: Math.max(0, 1 - known) };
}

const NO_EVENTS: EventFacts = { promptedSessions: new Set(), prompts: new Map() };

function measureRange(
  table: UsageTable,
  rows: Iterable<number>,
  range: DayRange,
  { promptedSessions, prompts, retries, composition }: EventFacts,
): UsageMeasures {
  const parts = composition && sumPrompts(composition, range);
  return {
    ...measureUsage(table, rows, promptedSessions),
    prompts: sumDays(prompts, range),
    ...(retries !== undefined && { retries: sumDays(retries, range) }),
    ...(parts !== undefined && { composition: parts }),
  };
}

function measureUnits(
  table: UsageTable,
  rows: Uint32Array,
  range: DayRange,
  unit: BarUnit,
  events: EventFacts,
): UsageMeasures[] {
  const starts = listUnits(range, unit);
  const places = new Map(starts.map((start, place) => [start, place]));
  const unitOf = table.days.keys.map((day) => places.get(startOfUnit(day, unit)));
  const rowsOf = starts.map((): number[] => []);
  for (const row of rows) rowsOf[unitOf[table.days.ids[row] ?? -1] ?? -1]?.push(row);
  return rowsOf.map((own, place) => {
    const start = starts[place] ?? range.since;
    const next = starts[place + 1];
    const since = start < range.since ? range.since : start;
    return measureRange(
      table,
      own,
      { since, until: next === undefined ? range.until : addDays(next, -1) },
      events,
    );
  });
}

function listModels(table: UsageTable, rows: Uint32Array): ModelCosts[] {
  const { keys, ids } = table.dimensions.model;
  const rowsOf = keys.map((): number[] => []);
  for (const row of rows) rowsOf[ids[row] ?? -1]?.push(row);
  return keys
    .flatMap((model, id): ModelCosts[] => {
      const own = rowsOf[id] ?? [];
      if (own.length === 0) return [];
      const measures = measureUsage(table, own);
      const averageUsd = KPIS.costPerRequest.read(measures);
      const { requests, p95Usd } = measures;
      return [
        {
          model,
          requests,
          ...(averageUsd !== undefined && { averageUsd }),
          ...(p95Usd !== undefined && { p95Usd }),
        },
      ];
    })
    .sort((a, b) => (b.averageUsd ?? -1) - (a.averageUsd ?? -1) || compareText(a.model, b.model))
    .slice(0, MOST_MODELS);
}

function listSources(table: UsageTable, rows: Uint32Array): string[] {
  const { keys, ids } = table.dimensions.source;
  const used = new Set(Array.from(rows, (row) => ids[row]));
  return keys
    .filter((_, id) => used.has(id))
    .sort()
    .map(labelOfSource);
}
