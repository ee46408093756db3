import { CATALOGUE_DATE } from './catalogue.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days since the tables were checked; 0 where the clock is behind. */
export function pricesAgeDays(nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(CATALOGUE_DATE)) / DAY_MS));
}
