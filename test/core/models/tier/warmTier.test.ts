import { expect, it } from 'vitest';
import { suggestTier } from '../../../../src/core/models/tier/suggestTier.ts';
import { warmTier } from '../../../../src/core/models/tier/warmTier.ts';

it('changes nothing of what is suggested, and comes to an end in small steps', () => {
  const before = suggestTier('Design a cache');
  expect([...warmTier()].length).toBeGreaterThan(100);
  expect(suggestTier('Design a cache')).toEqual(before);
});
