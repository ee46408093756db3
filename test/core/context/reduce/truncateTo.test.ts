import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRUNCATION_ENDS, truncateTo } from '../../../../src/core/context/reduce/truncateTo.ts';
import { hostileText } from '../../tokens/hostileText.ts';
import { testCounter } from '../../tokens/testCounter.ts';

const counter = testCounter('o200k_base');
const MARKER = /^… [\d,]+ tokens? left out …$/m;
const text = fc.oneof(
  hostileText(60),
  fc
    .array(fc.stringMatching(/^[a-z ;(){}]{0,60}$/), { maxLength: 40, size: 'max' })
    .map((lines) => lines.join('\n')),
  fc.tuple(hostileText(20), hostileText(40), hostileText(20)).map((parts) => parts.join('\r\n')),
);
const end = fc.constantFrom(...TRUNCATION_ENDS);

describe('a truncated text', () => {
  it('counts at most what was asked for, and is left alone when it does', () => {
    fc.assert(
      fc.property(text, fc.nat(120), end, (whole, maxTokens, keep) => {
        const cut = truncateTo(counter, whole, maxTokens, keep);
        expect(counter.countTokens(cut)).toBeLessThanOrEqual(maxTokens);
        if (counter.countTokens(whole) <= maxTokens) expect(cut).toBe(whole);
        expect(truncateTo(counter, cut, maxTokens, keep)).toBe(cut);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is the start, the end, or both, with one line between, and splits no character', () => {
    const plain = text.filter((whole) => !whole.includes('…') && whole.isWellFormed());
    fc.assert(
      fc.property(plain, fc.integer({ min: 16, max: 120 }), end, (whole, maxTokens, keep) => {
        fc.pre(counter.countTokens(whole) > maxTokens);
        const cut = truncateTo(counter, whole, maxTokens, keep);
        const [head = '', tail = ''] = cut.split(MARKER);
        expect(cut.match(new RegExp(MARKER, 'gm'))).toHaveLength(1);
        expect(whole.startsWith(head) || whole.startsWith(head.slice(0, -1))).toBe(true);
        expect(whole.endsWith(tail.replace(/^\n/, ''))).toBe(true);
        if (keep === 'start') expect(tail).toBe('');
        if (keep === 'end') expect(head).toBe('');
        expect(cut.isWellFormed()).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });
});

const LINES = Array.from({ length: 1000 }, (_, index) => `line ${index} of the text`);

it('keeps whole lines, as many as fit', () => {
  const whole = LINES.join('\n');
  for (const keep of TRUNCATION_ENDS) {
    for (let maxTokens = 30; maxTokens < 400; maxTokens += 7) {
      const cut = truncateTo(counter, whole, maxTokens, keep);
      const kept = cut.split('\n').filter((line) => !MARKER.test(line));
      expect(kept.filter((line) => !LINES.includes(line))).toEqual(
        [''].slice(keep === 'start' ? 0 : 1).filter(() => cut.endsWith('\n')),
      );
      // One line more would have been 7 tokens.
      expect(counter.countTokens(cut)).toBeGreaterThan(maxTokens - 9);
    }
  }
});

it('writes how much was left out', () => {
  const whole = LINES.slice(0, 20).join('\n');
  expect(counter.countTokens(whole)).toBe(139);
  expect(truncateTo(counter, whole, 40, 'start')).toBe(
    `${LINES.slice(0, 4).join('\n')}\n… 111 tokens left out …`,
  );
  expect(truncateTo(counter, whole, 40, 'end')).toBe(
    `… 112 tokens left out …\n${LINES.slice(16, 20).join('\n')}`,
  );
  expect(truncateTo(counter, whole, 40, 'both')).toBe(
    `${LINES.slice(0, 2).join('\n')}\n… 112 tokens left out …\n${LINES.slice(18, 20).join('\n')}`,
  );
});

it('cuts a line that is too long alone, between characters as people see them', () => {
  const family = '👨‍👩‍👧';
  const cut = truncateTo(counter, family.repeat(200), 40, 'both');
  expect(cut.replace(MARKER, '').replaceAll('\n', '').replaceAll(family, '')).toBe('');
  expect(cut).toContain(family);
  const mixed = truncateTo(counter, `short\n${'word '.repeat(500)}\nlast`, 60, 'start');
  expect(mixed.startsWith('short\nword word')).toBe(true);
  expect(counter.countTokens(mixed)).toBeGreaterThan(57);
});

it('reads a single line of 10 MB a fixed number of times', () => {
  let units = 0;
  const measured: typeof counter = {
    ...counter,
    countTokens: (part, from = 0, to = part.length) => {
      units += to - from;
      return counter.countTokens(part, from, to);
    },
  };
  const whole = 'lorem ipsum dolor 1234, '.repeat(440_000);
  for (const keep of TRUNCATION_ENDS) {
    units = 0;
    const cut = truncateTo(measured, whole, 1_000, keep);
    expect(counter.countTokens(cut)).toBeGreaterThan(990);
    expect(units).toBeLessThan(whole.length * 4);
  }
});
