export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or an empty one. */
export function readObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function readArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** No model reads or writes so many tokens in one call, nor in the life of a session. */
const MOST_TOKENS = 1e12;

/** A count of tokens; absent and null are unknown. Anything else is a `WrongType`. */
export function readTokens(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS)
    return value;
  throw new WrongType(`not a count of tokens: ${typeof value}`);
}

/** Any number, for what nothing is added up from. */
export function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A line whose numbers cannot be meant; nothing of it is counted. */
export class WrongType extends Error {}

/** Dollars; what is not a sensible amount is unknown. */
export function readUsd(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value < 1e9 ? value : undefined;
}

const YEAR_2000_MS = 946_684_800_000;
const YEAR_2100_MS = 4_102_444_800_000;

/** A time as ISO text, as SQLite writes it, as milliseconds or seconds, if it is one of this century. */
export function readTime(value: unknown): number | undefined {
  const timestampMs = typeof value === 'string' ? Date.parse(asUtc(value)) : asMilliseconds(value);
  return timestampMs > YEAR_2000_MS && timestampMs < YEAR_2100_MS ? timestampMs : undefined;
}

/** SQLite's own times are in UTC and do not say so. */
function asUtc(text: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

function asMilliseconds(value: unknown): number {
  if (typeof value !== 'number') return Number.NaN;
  return value < YEAR_2100_MS / 1000 ? value * 1000 : value;
}

/** The object without its unknown fields. */
export function known<T extends object>(fields: T): Known<T> {
  const copy: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) copy[name] = fields[name];
  return copy as unknown as Known<T>;
}

type Known<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
