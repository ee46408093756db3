import { ANYWHERE_SIGNS } from './anywhereSigns.ts';
import { LANGUAGE_SIGNS } from './languageSigns.ts';
import { LEAD_SIGNS } from './leadSigns.ts';
import { suggestTier } from './suggestTier.ts';

/** Makes ready what the first suggestion would else wait for, some 20 ms of compiling patterns, in steps of a fraction of a millisecond; the last takes six. */
export function* warmTier(): Generator<void> {
  for (const { pattern } of [...LEAD_SIGNS, ...ANYWHERE_SIGNS, ...LANGUAGE_SIGNS]) {
    // Once for the first, once for the faster form that V8 makes of a pattern when it is used again.
    pattern.test('warm');
    yield;
    pattern.test('warm');
    yield;
  }
  suggestTier('warm');
}
