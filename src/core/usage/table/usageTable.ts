import { usageCostUsd } from '../../cost/usageCostUsd.ts';
import { createPriceFinder } from '../../models/prices/priceFinder.ts';
import { tierOfModel } from '../../models/tierOfModel.ts';
import type { UserModel } from '../../models/userModels.ts';
import type { DayOf } from '../aggregateUsage.ts';
import type { Dimension } from '../dimensions.ts';
import { QUALITIES, type UsageRecord } from '../usageRecord.ts';

/** The value of each row by its place in `keys`; the key is `''` where the logs do not tell. */
export type KeyColumn = { keys: readonly string[]; ids: Uint32Array };

/**
 * Records laid out in columns, priced once, so that 100,000 of them are summed in milliseconds. Rows are in the records' order. An unknown number of
 * tokens is `NaN`, and so is the cost of what has no price.
 */
export type UsageTable = {
  readonly size: number;
  /** Local days; their keys are in order. */
  readonly days: KeyColumn;
  readonly dimensions: Readonly<Record<Dimension, KeyColumn>>;
  readonly timestampMs: Float64Array;
  readonly inputTokens: Float64Array;
  readonly cacheReadTokens: Float64Array;
  readonly cacheWriteTokens: Float64Array;
  readonly outputTokens: Float64Array;
  readonly requests: Float64Array;
  /** Whole billionths of a dollar, so that no sum depends on its order. */
  readonly nanoUsd: Float64Array;
  /** Indices of `QUALITIES`. */
  readonly quality: Uint8Array;
  /** 1 where the row is one call: neither a daily total nor what a log tells of several in sum. */
  readonly isCall: Uint8Array;
};

export const NANO = 1_000_000_000;
/** A log may hold anything; what is longer is no name. */
const MOST_KEY_UNITS = 1000;

/** Sessions of daily totals are named so by `totalOf`: they are days, not sessions. */
export function isDailyTotal(sessionId: string): boolean {
  return /^day \d{4}-\d\d-\d\d$/.test(sessionId);
}

/** Prices and tiers are those of the lists, or the user's own. */
export function createUsageTable(
  records: readonly UsageRecord[],
  dayOf: DayOf,
  userModels: readonly UserModel[] = [],
): UsageTable {
  const priceOf = createPriceFinder(userModels);
  const size = records.length;
  const numbers = () => new Float64Array(size);
  const days = createKeys(size);
  const dimensions = {
    tier: createKeys(size),
    model: createKeys(size),
    project: createKeys(size),
    session: createKeys(size),
    source: createKeys(size),
  } satisfies Record<Dimension, unknown>;
  const table = {
    timestampMs: numbers(),
    inputTokens: numbers(),
    cacheReadTokens: numbers(),
    cacheWriteTokens: numbers(),
    outputTokens: numbers(),
    requests: numbers(),
    nanoUsd: numbers(),
    quality: new Uint8Array(size),
    isCall: new Uint8Array(size),
  };
  const tiers = new Map<string, string>();
  for (const [row, record] of records.entries()) {
    const { timestampMs, model = '', sessionId, requests } = record;
    days.set(row, dayOf(timestampMs));
    dimensions.tier.set(
      row,
      known(tiers, model, () => tierOfModel(model, userModels) ?? ''),
    );
    dimensions.model.set(row, model);
    dimensions.project.set(row, record.project ?? '');
    dimensions.session.set(row, sessionId);
    dimensions.source.set(row, record.source);
    table.timestampMs[row] = timestampMs;
    table.inputTokens[row] = record.inputTokens ?? Number.NaN;
    table.cacheReadTokens[row] = record.cacheReadTokens ?? Number.NaN;
    table.cacheWriteTokens[row] = (record.cacheWrite5mTokens ?? 0) + (record.cacheWrite1hTokens ?? 0);
    table.outputTokens[row] = record.outputTokens ?? Number.NaN;
    table.requests[row] = requests;
    const costUsd = usageCostUsd(record, priceOf);
    table.nanoUsd[row] = costUsd === undefined ? Number.NaN : Math.round(costUsd * NANO);
    table.quality[row] = QUALITIES.indexOf(record.quality);
    table.isCall[row] = Number(requests === 1 && record.layer !== 'sums' && !isDailyTotal(sessionId));
  }
  return {
    size,
    days: sortKeys(days),
    dimensions: {
      tier: dimensions.tier,
      model: dimensions.model,
      project: dimensions.project,
      session: dimensions.session,
      source: dimensions.source,
    },
    ...table,
  };
}

/** What a request of a row has read, cache included; `NaN` where the log does not tell. */
export function contextOfRow(table: UsageTable, row: number): number {
  const read = table.cacheReadTokens[row]!;
  return table.inputTokens[row]! + (Number.isNaN(read) ? 0 : read) + table.cacheWriteTokens[row]!;
}

function createKeys(size: number): KeyColumn & { set: (row: number, key: string) => void } {
  const keys: string[] = [];
  const ids = new Uint32Array(size);
  const known = new Map<string, number>();
  const set = (row: number, fullKey: string) => {
    const key = fullKey.slice(0, MOST_KEY_UNITS);
    let id = known.get(key);
    if (id === undefined) {
      id = keys.push(key) - 1;
      known.set(key, id);
    }
    ids[row] = id;
  };
  return { keys, ids, set };
}

function sortKeys({ keys, ids }: KeyColumn): KeyColumn {
  const sorted = keys.toSorted();
  const places = new Map(sorted.map((key, place) => [key, place]));
  const moved = keys.map((key) => places.get(key)!);
  return { keys: sorted, ids: ids.map((id) => moved[id]!) };
}

function known(values: Map<string, string>, key: string, make: () => string): string {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}
