import type { ModelPrice } from '../../models/prices/modelPrice.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { checkFields, REQUESTS, SOME_TOKENS } from './planFields.ts';
import { DAYS_PER_MONTH } from './planVolume.ts';

export const CACHE_LIFETIMES = ['5m', '1h'] as const;
export type CacheLifetime = (typeof CACHE_LIFETIMES)[number];

export type CachingInput = {
  /** What stands unchanged at the start of each call. */
  prefixTokens: number;
  callsPerDay: number;
  /** Calls that find the cache expired or not yet there, and write it. */
  writesPerDay: number;
  lifetime: CacheLifetime;
};

export type CachingPlan = {
  uncachedUsdPerDay: number;
  cachedUsdPerDay: number;
  savedUsdPerDay: number;
  savedUsdPerMonth: number;
  savedShare: number;
  /** From this many calls within one lifetime on the cache is cheaper; absent when it never is. */
  breakEvenCalls?: number;
};

/**
 * What caching a prefix saves in a day, at the provider's price of writing and of reading. `undefined` for an unpriced model, for one whose cache
 * has no price, and for a lifetime that it has no price for. Throws a `PlanFieldError`.
 */
export function planCaching(input: CachingInput, price: ModelPrice | undefined): CachingPlan | undefined {
  const { prefixTokens, callsPerDay, writesPerDay, lifetime } = input;
  checkFields({
    prefixTokens: [prefixTokens, SOME_TOKENS],
    callsPerDay: [callsPerDay, REQUESTS],
    writesPerDay: [writesPerDay, { min: 0, max: callsPerDay, isWhole: true }],
  });
  const once = costsOfPrefix(prefixTokens, lifetime, price);
  if (once === undefined) return undefined;
  const uncachedUsdPerDay = toUsd(once.plain * BigInt(callsPerDay));
  const writes = once.write * BigInt(writesPerDay);
  const reads = once.read * BigInt(callsPerDay - writesPerDay);
  const cachedUsdPerDay = toUsd(writes + reads);
  const savedUsdPerDay = uncachedUsdPerDay - cachedUsdPerDay;
  const breakEvenCalls = breakEvenOf(once);
  return {
    uncachedUsdPerDay,
    cachedUsdPerDay,
    savedUsdPerDay,
    savedUsdPerMonth: savedUsdPerDay * DAYS_PER_MONTH,
    savedShare: uncachedUsdPerDay === 0 ? 0 : savedUsdPerDay / uncachedUsdPerDay,
    ...(breakEvenCalls !== undefined && { breakEvenCalls }),
  };
}

/** In exact millionths of a millionth of a dollar. */
type PrefixCosts = { plain: bigint; write: bigint; read: bigint };

/** A provider without a price for writing asks the input price for it, but for one hour it must have named one. */
function costsOfPrefix(
  prefixTokens: number,
  lifetime: CacheLifetime,
  price: ModelPrice | undefined,
): PrefixCosts | undefined {
  if (price?.cacheRead === undefined) return undefined;
  if (lifetime === '1h' && price.cacheWrite1h === undefined) return undefined;
  const writeKind = lifetime === '1h' ? 'cacheWrite1hTokens' : 'cacheWrite5mTokens';
  const plain = requestCostPicoUsd({ inputTokens: prefixTokens }, price);
  const write = requestCostPicoUsd({ [writeKind]: prefixTokens }, price);
  const read = requestCostPicoUsd({ cacheReadTokens: prefixTokens }, price);
  if (plain === undefined || write === undefined || read === undefined) return undefined;
  return { plain, write, read };
}

/** The first n with one write and n - 1 reads below n times the input. */
function breakEvenOf({ plain, write, read }: PrefixCosts): number | undefined {
  if (read >= plain) return undefined;
  const reads = (write - read) / (plain - read);
  return Math.max(1, Number(reads) + 1);
}
