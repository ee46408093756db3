import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { truncateToTokens } from '../../../src/core/tokens/truncateToTokens.ts';
import { hostileText } from './hostileText.ts';
import { testCounter } from './testCounter.ts';

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  const counter = testCounter(encoding);

  it('never exceeds the limit, never splits a character, and cuts nothing that fits', () => {
    fc.assert(
      fc.property(hostileText(12), fc.nat(30), (text, maxTokens) => {
        const cut = truncateToTokens(counter, text, maxTokens);
        expect(text.startsWith(cut)).toBe(true);
        expect(counter.countTokens(cut)).toBeLessThanOrEqual(maxTokens);
        expect(!/\p{Cs}/u.test(cut) || /\p{Cs}/u.test(text)).toBe(true);
        expect(cut === text).toBe(counter.countTokens(text) <= maxTokens);
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves exactly the tokens asked for in ordinary text', () => {
    const text = 'The quick brown fox jumps over the lazy dog; it was not amused. '.repeat(20);
    for (let tokens = 0; tokens <= 100; tokens++) {
      expect(counter.countTokens(truncateToTokens(counter, text, tokens))).toBe(tokens);
    }
  });
});

it('drops a character whose tokens do not all fit', () => {
  const counter = testCounter('o200k_base');
  expect(truncateToTokens(counter, 'a\u{1fae8}b', 3)).toBe('a');
  expect(truncateToTokens(counter, 'a\u{1fae8}b', 4)).toBe('a\u{1fae8}');
});
