import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createDayOf, listHours } from '../../../src/node/usage/localDay.ts';

/** Zones whose clocks change at night, at midnight, by half an hour, and one that has lost a day. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Beirut',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const MINUTE_MS = 60_000;
const FROM_MS = Date.UTC(2011, 11, 20);
const UNTIL_MS = Date.UTC(2027, 0, 1);

const ownZone = process.env['TZ'];
afterEach(() => setZone(ownZone));

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

/** The day by the tables of `Intl`, which knows nothing of ours. */
function createOracle(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (timestampMs: number) => format.format(timestampMs);
}

describe('the local day of a time', () => {
  it.each(ZONES)('is that of the calendar in %s, whatever was asked before', (zone) => {
    setZone(zone);
    const expected = createOracle(zone);
    const time = fc.oneof(
      fc.integer({ min: FROM_MS, max: UNTIL_MS }),
      // The nights when clocks change: the last days of some months.
      fc
        .tuple(
          fc.constantFrom(2011, 2024, 2025, 2026),
          fc.nat(11),
          fc.integer({ min: -60 * 30, max: 60 * 30 }),
        )
        .map(([year, month, minutes]) =>
          Math.max(FROM_MS, Date.UTC(year, month + 1, 0) + minutes * MINUTE_MS),
        ),
    );
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), (times) => {
        const dayOf = createDayOf();
        for (const each of times) expect(dayOf(each)).toBe(expected(each));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Asia/Beirut', '2026-03-29', 23],
  ])('in %s on %s has %d hours', (zone, day, hours) => {
    setZone(zone);
    const dayOf = createDayOf();
    const noon = Date.parse(`${day}T12:00:00Z`);
    const minutes = Array.from({ length: 60 * 60 }, (_, minute) => noon + (minute - 30 * 60) * MINUTE_MS);
    expect(minutes.filter((each) => dayOf(each) === day)).toHaveLength(hours * 60);
  });
});

describe('the hours of a local day', () => {
  const DAYS = [
    '2026-03-29',
    '2026-10-25',
    '2026-03-08',
    '2026-11-01',
    '2026-04-05',
    '2026-10-04',
    '2026-11-22',
  ];

  it.each(ZONES)('fill it in %s, each of the hour that the clock shows', (zone) => {
    setZone(zone);
    const hourOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit' });
    for (const day of DAYS) {
      const dayOf = createDayOf();
      const hours = listHours(day);
      const [first = 0] = hours;
      expect([dayOf(first - 1) < day, dayOf(first)]).toEqual([true, day]);
      for (const [index, startMs] of hours.entries()) {
        const last = (hours[index + 1] ?? endOf(day, hours)) - 1;
        expect(last).toBeGreaterThan(startMs);
        expect([dayOf(startMs), dayOf(last)]).toEqual([day, day]);
        expect(hourOf.format(last)).toBe(hourOf.format(startMs));
      }
      expect(dayOf(endOf(day, hours))).not.toBe(day);
    }
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-11-22', 24],
    ['Australia/Lord_Howe', '2026-04-05', 25],
    ['America/Santiago', '2026-09-06', 23],
  ])('in %s on %s are %d', (zone, day, count) => {
    setZone(zone);
    expect(listHours(day)).toHaveLength(count);
  });

  /** The last hour may be a short one, where clocks change by half an hour. */
  function endOf(day: string, hours: readonly number[]): number {
    const dayOf = createDayOf();
    let end = hours.at(-1) ?? 0;
    while (dayOf(end) === day) end += 30 * MINUTE_MS;
    return end;
  }
});
