import { UsageError } from './usageError.ts';

/** A day as `2026-11-22` from an option that may write it `20261122`. */
export function readDay(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = /^\d{8}$/.test(value) ? value.replace(/(....)(..)(..)/, '$1-$2-$3') : value;
  const date = new Date(`${day}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  if (!isDay) throw new UsageError(`${name} takes a day such as 2026-11-22, not "${value}".`);
  return day;
}
