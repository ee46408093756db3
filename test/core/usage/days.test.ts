import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  BAR_UNITS,
  countDays,
  listUnits,
  monthBefore,
  startOfUnit,
} from '../../../src/core/usage/days.ts';

const days = () => fc.integer({ min: 0, max: 40_000 }).map((day) => addDays('1970-01-01', day));

describe('days', () => {
  it('are counted with both ends', () => {
    expect(countDays({ since: '2026-02-27', until: '2026-03-01' })).toBe(3);
    expect(countDays({ since: '2026-11-22', until: '2026-11-22' })).toBe(1);
  });

  it('fall into weeks from Monday and into months', () => {
    expect(BAR_UNITS.map((unit) => startOfUnit('2026-11-22', unit))).toEqual([
      '2026-11-22',
      '2026-11-16',
      '2026-11-01',
    ]);
    const range = { since: '2026-01-31', until: '2026-03-01' };
    expect(listUnits(range, 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(listUnits(range, 'week')).toEqual([
      '2026-01-26',
      '2026-02-02',
      '2026-02-09',
      '2026-02-16',
      '2026-02-23',
    ]);
  });

  it('have the same day in the month before, or its last one', () => {
    expect(['2026-11-22', '2026-01-05', '2026-03-31', '2024-03-30'].map(monthBefore)).toEqual([
      '2026-10-22',
      '2025-12-05',
      '2026-02-28',
      '2024-02-29',
    ]);
  });

  it('lie each in one of the listed units', () => {
    fc.assert(
      fc.property(
        days(),
        fc.nat(400),
        fc.constantFrom(...BAR_UNITS),
        fc.nat(400),
        (since, length, unit, at) => {
          const range = { since, until: addDays(since, length) };
          const units = listUnits(range, unit);
          expect(units).toEqual([...new Set(units)].sort());
          expect(units).toContain(startOfUnit(addDays(since, Math.min(at, length)), unit));
        },
      ),
    );
  });
});
