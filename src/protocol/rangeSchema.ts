import * as v from 'valibot';

/** A day that there is, such as `2026-11-22`. */
export const DAY = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isDay));
export const RANGE = v.strictObject({ since: DAY, until: DAY });

/** `2026-02-31` looks like a day. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
