import { expect, it } from 'vitest';
import { CATALOGUE_DATE } from '../../../src/core/models/catalogue.ts';
import { pricesAgeDays } from '../../../src/core/models/pricesAge.ts';

it('counts whole days since the tables were checked, and none before', () => {
  const day = Date.parse(CATALOGUE_DATE);
  const hour = 3_600_000;
  expect([-48, 0, 23, 24, 24 * 91].map((hours) => pricesAgeDays(day + hours * hour))).toEqual([
    0, 0, 0, 1, 91,
  ]);
});
