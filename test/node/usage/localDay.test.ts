import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createDayOf } from '../../../src/node/usage/localDay.ts';

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
