const QUARTER_HOUR_MS = 15 * 60_000;
const MOST_KEPT = 100_000;

/** The local days of times; clocks change at quarters of an hour, so a day is worked out once for each. */
export function createDayOf(): (timestampMs: number) => string {
  const days = new Map<number, string>();
  return (timestampMs) => {
    const quarter = Math.floor(timestampMs / QUARTER_HOUR_MS);
    const known = days.get(quarter);
    if (known !== undefined) return known;
    const day = localDay(new Date(timestampMs));
    if (days.size < MOST_KEPT) days.set(quarter, day);
    return day;
  };
}

function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
