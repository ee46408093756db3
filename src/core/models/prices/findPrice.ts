import { canonicalModelId } from '../canonicalModelId.ts';
import { LIST_PRICES } from './listPrices.ts';
import type { ModelPrice, TokenPrices } from './modelPrice.ts';
import {
  batchFactorOf,
  FAST_FACTORS,
  MODEL_PERIODS,
  type ModelPeriod,
  OWN_PRICES,
  OWN_PRICES_DATE,
  usFactorOf,
} from './ownPrices.ts';

/** A price and the time from which it holds. */
type DatedPrice = { fromMs: number; price: ModelPrice };

/**
 * The list price of a model at a time, else on the day of the table, by its id as anyone writes it. `undefined` for a model without a known price:
 * unpriced, never $0.
 */
export function findPrice(modelId: string, atMs: number = TABLE_MS): ModelPrice | undefined {
  const prices = findPrices(modelId);
  return prices.findLast(({ fromMs }) => fromMs <= atMs)?.price;
}

/** Prices of a later day are known already, but do not hold. */
const TABLE_MS = Date.parse(OWN_PRICES_DATE);

function findPrices(modelId: string): readonly DatedPrice[] {
  const known = found.get(modelId);
  if (known !== undefined) return known;
  const prices = lookUpPrices(canonicalModelId(modelId));
  if (found.size < MOST_FOUND) found.set(modelId, prices);
  return prices;
}

function lookUpPrices(id: string): readonly DatedPrice[] {
  const periods = Object.hasOwn(MODEL_PERIODS, id) ? MODEL_PERIODS[id] : undefined;
  if (periods !== undefined) return periods.flatMap((_, index) => pricesOfPeriod(periods, index));
  const own = Object.hasOwn(OWN_PRICES, id) ? OWN_PRICES[id] : undefined;
  return own === undefined
    ? readRows(id).map(toDatedPrice)
    : own.map(({ since, price }) => ({ fromMs: toFromMs(since), price }));
}

/** Those of the model that a name meant then, while it did. */
function pricesOfPeriod(periods: readonly ModelPeriod[], index: number): DatedPrice[] {
  const { since, model } = periods[index] ?? { model: '' };
  const fromMs = toFromMs(since);
  const untilMs = index + 1 < periods.length ? toFromMs(periods[index + 1]?.since) : Number.POSITIVE_INFINITY;
  const prices = findPrices(model);
  const atFirst = prices.filter((each) => each.fromMs <= fromMs).slice(-1);
  const later = prices.filter((each) => each.fromMs > fromMs && each.fromMs < untilMs);
  return [...atFirst.map(({ price }) => ({ fromMs, price })), ...later];
}

/** Ids are few and asked for with every record. */
const found = new Map<string, readonly DatedPrice[]>();
const MOST_FOUND = 1_000;

/** The rows of each name; most are never asked for. */
let table: ReadonlyMap<string, readonly string[]> | undefined;

function readRows(name: string): readonly string[] {
  table ??= parseTable();
  return table.get(name) ?? [];
}

function parseTable(): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const row of LIST_PRICES.trim().split('\n')) {
    const names = row.slice(0, row.search(/[@ ]/)).split('|');
    for (const name of names) rows.set(name, [...(rows.get(name) ?? []), row]);
  }
  return rows;
}

function toDatedPrice(row: string): DatedPrice {
  const [head = '', ...cells] = row.split(' ');
  const [names = '', from] = head.split('@');
  return { fromMs: toFromMs(from), price: toModelPrice(names, cells) };
}

function toFromMs(day: string | undefined): number {
  return day === undefined ? Number.NEGATIVE_INFINITY : Date.parse(day);
}

/** Input, output, cache read and write; the same again behind the line of long contexts. */
const KINDS = 5;

function toModelPrice(names: string, cells: readonly string[]): ModelPrice {
  const [id = ''] = names.split('|');
  const above = cells[KINDS];
  const fastFactor = FAST_FACTORS[id];
  const usFactor = usFactorOf(id);
  const batchFactor = batchFactorOf(id);
  return {
    ...toTokenPrices(cells),
    ...(above !== undefined && {
      longContext: { aboveTokens: Number(above.slice(1)), ...toTokenPrices(cells.slice(KINDS + 1)) },
    }),
    ...(fastFactor !== undefined && { fastFactor }),
    ...(usFactor !== undefined && { usFactor }),
    ...(batchFactor !== undefined && { batchFactor }),
  };
}

function toTokenPrices(cells: readonly string[]): TokenPrices {
  const [input = 0, output = 0, cacheRead, cacheWrite5m, cacheWrite1h] = cells.slice(0, KINDS).map(toPrice);
  return {
    input,
    output,
    ...(cacheRead !== undefined && { cacheRead }),
    ...(cacheWrite5m !== undefined && { cacheWrite5m }),
    ...(cacheWrite1h !== undefined && { cacheWrite1h }),
  };
}

function toPrice(cell: string): number | undefined {
  return cell === '-' ? undefined : Number(cell);
}
