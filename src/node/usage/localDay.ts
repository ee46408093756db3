const DAY_MS = 24 * 60 * 60 * 1000;

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
