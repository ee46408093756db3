import { expect, it } from 'vitest';
import { readServiceTier } from '../../../../src/core/usage/sources/readServiceTier.ts';

it.each([
  ['service_tier = "fast"', 'fast'],
  ["model = 'gpt-5.5'\r\n service_tier='priority' # faster\r\n", 'priority'],
  ['# service_tier = "fast"\nservice_tier_override = "fast"', undefined],
  ['[tools]\nservice_tier = "fast"', undefined],
  ['profile = "quick"\nservice_tier = "flex"\n[profiles.quick]\nservice_tier = "fast"', 'fast'],
  ['profile = "quick"\nservice_tier = "flex"\n[profiles."slow"]\nservice_tier = "fast"', 'flex'],
  ['service_tier = ', undefined],
])('the service tier in %j is %s', (config, tier) => {
  expect(readServiceTier(config)).toBe(tier);
});
