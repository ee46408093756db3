const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A local day, from its first moment to before its end. */
type LocalDay = { name: string; fromMs: number; untilMs: number };

/** The local days of times. To ask the system is slow, so it is asked once for each day. */
export function createDayOf(): (timestampMs: number) => string {
  // Days of one place begin and end at any time of a day of the world: each of these knows the local ones it has seen.
  const days = new Map<number, LocalDay[]>();
  return (timestampMs) => {
    const slot = Math.floor(timestampMs / DAY_MS);
    const seen = days.get(slot);
    const known = seen?.find(({ fromMs, untilMs }) => fromMs <= timestampMs && timestampMs < untilMs);
    if (known !== undefined) return known.name;
    const day = localDayOf(new Date(timestampMs));
    if (seen === undefined) days.set(slot, [day]);
    else seen.push(day);
    return day.name;
  };
}

/** When each hour of a local day, such as `2026-11-22`, begins: an hour that clocks leave out is not there, one that they repeat is there twice. */
export function listHours(day: string): number[] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = (hour: number) => new Date(year, month - 1, date, hour).getTime();
  const untilMs = new Date(year, month - 1, date + 1).getTime();
  const hours = [...new Set(Array.from({ length: 24 }, (_, hour) => at(hour)))];
  return hours.flatMap((startMs, index) => {
    const repeated = startMs + HOUR_MS;
    return repeated < (hours[index + 1] ?? untilMs) ? [startMs, repeated] : [startMs];
  });
}

/** Clocks that change make days shorter or longer. */
function localDayOf(date: Date): LocalDay {
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    name: `${year}-${two(month + 1)}-${two(day)}`,
    fromMs: new Date(year, month, day).getTime(),
    untilMs: new Date(year, month, day + 1).getTime(),
  };
}
