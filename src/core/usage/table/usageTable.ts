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
  return extendUsageTable(EMPTY, records, records.keys(), dayOf, userModels);
}

/** The table of records of which some rows are new or others now; it shares nothing with the one before. */
export function extendUsageTable(
  before: UsageTable,
  records: readonly UsageRecord[],
  changed: Iterable<number>,
  dayOf: DayOf,
  userModels: readonly UserModel[] = [],
): UsageTable {
  const priceOf = createPriceFinder(userModels);
  const tiers = new Map<string, string>();
  const size = records.length;
  const { writers, columns } = openTable(before, size);
  for (const row of changed) {
    const record = records[row];
    if (record === undefined) continue;
    const { timestampMs, model = '', sessionId, requests } = record;
    writers.days.set(row, dayOf(timestampMs));
    writers.tier.set(
      row,
      known(tiers, model, () => tierOfModel(model, userModels) ?? ''),
    );
    writers.model.set(row, model);
    writers.project.set(row, record.project ?? '');
    writers.session.set(row, sessionId);
    writers.source.set(row, record.source);
    columns.timestampMs[row] = timestampMs;
    columns.inputTokens[row] = record.inputTokens ?? Number.NaN;
    columns.cacheReadTokens[row] = record.cacheReadTokens ?? Number.NaN;
    columns.cacheWriteTokens[row] = (record.cacheWrite5mTokens ?? 0) + (record.cacheWrite1hTokens ?? 0);
    columns.outputTokens[row] = record.outputTokens ?? Number.NaN;
    columns.requests[row] = requests;
    const costUsd = usageCostUsd(record, priceOf);
    columns.nanoUsd[row] = costUsd === undefined ? Number.NaN : Math.round(costUsd * NANO);
    columns.quality[row] = QUALITIES.indexOf(record.quality);
    columns.isCall[row] = Number(requests === 1 && record.layer !== 'sums' && !isDailyTotal(sessionId));
  }
  const { days, tier, model, project, session, source } = writers;
  return {
    size,
    days: sortKeys(days.column()),
    dimensions: {
      tier: tier.column(),
      model: model.column(),
      project: project.column(),
      session: session.column(),
      source: source.column(),
    },
    ...columns,
  };
}

/** What a request of a row has read, cache included; `NaN` where the log does not tell. */
export function contextOfRow(table: UsageTable, row: number): number {
  const read = table.cacheReadTokens[row]!;
  return table.inputTokens[row]! + (Number.isNaN(read) ? 0 : read) + table.cacheWriteTokens[row]!;
}

/** Copies of all columns with room for so many rows. */
function openTable({ days, dimensions, ...before }: UsageTable, size: number) {
  const numbers = (column: Float64Array) => copyInto(new Float64Array(size), column);
  const flags = (column: Uint8Array) => copyInto(new Uint8Array(size), column);
  return {
    writers: {
      days: openKeys(days, size),
      tier: openKeys(dimensions.tier, size),
      model: openKeys(dimensions.model, size),
      project: openKeys(dimensions.project, size),
      session: openKeys(dimensions.session, size),
      source: openKeys(dimensions.source, size),
    },
    columns: {
      timestampMs: numbers(before.timestampMs),
      inputTokens: numbers(before.inputTokens),
      cacheReadTokens: numbers(before.cacheReadTokens),
      cacheWriteTokens: numbers(before.cacheWriteTokens),
      outputTokens: numbers(before.outputTokens),
      requests: numbers(before.requests),
      nanoUsd: numbers(before.nanoUsd),
      quality: flags(before.quality),
      isCall: flags(before.isCall),
    },
  };
}

function copyInto<T extends Float64Array | Uint32Array | Uint8Array>(column: T, before: T): T {
  column.set(before);
  return column;
}

type KeyWriter = { set: (row: number, key: string) => void; column: () => KeyColumn };

function openKeys(before: KeyColumn, size: number): KeyWriter {
  const keys = [...before.keys];
  const ids = copyInto(new Uint32Array(size), before.ids);
  const places = new Map(keys.map((key, id) => [key, id]));
  const set = (row: number, fullKey: string) => {
    const key = fullKey.slice(0, MOST_KEY_UNITS);
    let id = places.get(key);
    if (id === undefined) {
      id = keys.push(key) - 1;
      places.set(key, id);
    }
    ids[row] = id;
  };
  return { set, column: () => ({ keys, ids }) };
}

/** In order, and only those that a row still has. */
function sortKeys({ keys, ids }: KeyColumn): KeyColumn {
  const isUsed = new Uint8Array(keys.length);
  for (const id of ids) isUsed[id] = 1;
  const sorted = keys.filter((_, id) => isUsed[id] === 1).sort();
  const places = new Map(sorted.map((key, place) => [key, place]));
  const moved = keys.map((key) => places.get(key) ?? 0);
  return { keys: sorted, ids: ids.map((id) => moved[id]!) };
}

const NO_KEYS: KeyColumn = { keys: [], ids: new Uint32Array() };
const NO_NUMBERS = new Float64Array();
const NO_FLAGS = new Uint8Array();
const EMPTY: UsageTable = {
  size: 0,
  days: NO_KEYS,
  dimensions: { tier: NO_KEYS, model: NO_KEYS, project: NO_KEYS, session: NO_KEYS, source: NO_KEYS },
  timestampMs: NO_NUMBERS,
  inputTokens: NO_NUMBERS,
  cacheReadTokens: NO_NUMBERS,
  cacheWriteTokens: NO_NUMBERS,
  outputTokens: NO_NUMBERS,
  requests: NO_NUMBERS,
  nanoUsd: NO_NUMBERS,
  quality: NO_FLAGS,
  isCall: NO_FLAGS,
};

function known(values: Map<string, string>, key: string, make: () => string): string {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}
