import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { LiveCount } from '../../../src/core/tokens/liveCount.ts';
import type { TextChange } from '../../../src/core/tokens/textChange.ts';
import type { TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import { hostileText } from './hostileText.ts';
import { testCounter } from './testCounter.ts';

const EVENTS = 50;
const SESSIONS = 2_000;

/** Where an edit falls, as numbers to be taken modulo what the text allows at that time. */
const edit = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.nat(3), fc.nat(3), fc.nat(900)),
  text: hostileText(3),
});
const event = fc.array(edit, { minLength: 1, maxLength: 3 });
const session = fc.record({
  text: hostileText(200),
  events: fc.array(event, { minLength: EVENTS, maxLength: EVENTS, size: 'max' }),
  ranges: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 10 }),
});

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  const counter = testCounter(encoding);

  it('equals a full recount after each of 100,000 hostile events, and in 20,000 ranges', () => {
    fc.assert(
      fc.property(session, ({ text: initial, events, ranges }) => {
        const live = new LiveCount(counter, initial);
        let text = initial;
        for (const edits of events) {
          const changes = toChanges(edits, text.length);
          live.apply(changes);
          text = applyToText(text, changes);
          expect(live.length).toBe(text.length);
          expect(live.total).toBe(counter.countTokens(text));
        }
        expect(live.textOf()).toBe(text);
        for (const [a, b] of ranges) {
          const start = a % (text.length + 1);
          const end = start + (b % (text.length - start + 1));
          expect(live.countRange(start, end)).toBe(counter.countTokens(text, start, end));
          expect(live.textOf(start, end)).toBe(text.slice(start, end));
        }
      }),
      { numRuns: SESSIONS },
    );
  });

  it('is exact while a large text is edited all over', () => {
    const live = new LiveCount(
      counter,
      'function add(left, right) {\r\n\treturn left + right; // 漢字 😀\r\n}\r\n\r\n'.repeat(3_000),
    );
    let text = live.textOf();
    for (let i = 0; i < 200; i++) {
      const rangeOffset = (i * 7_919_317) % text.length;
      const changes = [
        { rangeOffset, rangeLength: i % 5, text: ['x', ' ', '\n', '', "'s", '中', '😀'][i % 7]! },
      ];
      live.apply(changes);
      text = applyToText(text, changes);
      expect(live.total).toBe(counter.countTokens(text));
    }
    expect(live.textOf()).toBe(text);
  });

  it('takes halves of characters at every cut', () => {
    const initial = "a😀b 👨‍👩‍👧's 𝐀𝟙\n😀".repeat(3);
    for (let at = 0; at <= initial.length; at++) {
      for (const change of [
        { rangeOffset: at, rangeLength: at < initial.length ? 1 : 0, text: '' },
        { rangeOffset: at, rangeLength: 0, text: '\ud83d' },
        { rangeOffset: at, rangeLength: 0, text: '\ude00' },
        { rangeOffset: at, rangeLength: 0, text: ' ' },
      ]) {
        const live = new LiveCount(counter, initial);
        live.apply([change]);
        expect(live.total).toBe(counter.countTokens(applyToText(initial, [change])));
        expect(live.countRange(at, initial.length)).toBe(
          counter.countTokens(live.textOf(at, initial.length)),
        );
        expect(live.countRange(0, at)).toBe(counter.countTokens(live.textOf(0, at)));
      }
    }
  });
});

describe('LiveCount', () => {
  const counter = testCounter('o200k_base');

  it('starts empty, fills and empties again', () => {
    const live = new LiveCount(counter, '');
    expect([live.total, live.length, live.textOf(), live.countRange(0, 10)]).toEqual([0, 0, '', 0]);
    live.apply([{ rangeOffset: 0, rangeLength: 0, text: 'hello world '.repeat(500) }]);
    expect([live.total, live.length]).toEqual([1_001, 6_000]);
    live.apply([{ rangeOffset: 0, rangeLength: 6_000, text: '' }]);
    expect([live.total, live.length, live.textOf()]).toEqual([0, 0, '']);
    live.apply([{ rangeOffset: 0, rangeLength: 0, text: 'a' }]);
    expect(live.total).toBe(1);
  });

  it('cuts ranges to the text', () => {
    const live = new LiveCount(counter, 'one two three');
    expect([live.countRange(-5, 99), live.countRange(4, 4), live.countRange(8, 3)]).toEqual([3, 0, 0]);
  });

  it('counts the same few characters per keystroke at 100 KB and at 10 MB', () => {
    const line = "  const total = items.map((item) => item.price).reduce((a, b) => a + b, 0); // don't\n";
    const [small, large] = [100_000, 10_000_000].map((size) =>
      unitsPerKeystroke(line.repeat(size / line.length)),
    );
    expect(small!.median).toBeLessThan(64);
    expect(large!.median).toBeLessThan(64);
    expect(large!.highest).toBeLessThan(2_048);
  });

  function unitsPerKeystroke(text: string): { median: number; highest: number } {
    let units = 0;
    const spy: TokenCounter = {
      ...counter,
      countTokens(text, start = 0, end = text.length) {
        units += end - start;
        return counter.countTokens(text, start, end);
      },
    };
    const live = new LiveCount(spy, text);
    const perKey = Array.from({ length: 2_000 }, (_, i) => {
      units = 0;
      const rangeOffset = (Math.floor(i / 20) * 7_919_317 + (i % 20)) % text.length;
      live.apply([{ rangeOffset, rangeLength: 0, text: 'some words;\n typed one'[i % 20]! }]);
      return units;
    }).sort((a, b) => a - b);
    return { median: perKey[1_000]!, highest: perKey.at(-1)! };
  }
});

/** Changes that do not overlap, from the end of the text to its start, as VS Code reports them. */
function toChanges(
  edits: readonly { at: number; removed: number; text: string }[],
  textLength: number,
): TextChange[] {
  let limit = textLength;
  return edits.map(({ at, removed, text }) => {
    const rangeOffset = at % (limit + 1);
    const rangeLength = Math.min(removed, limit - rangeOffset);
    limit = rangeOffset;
    return { rangeOffset, rangeLength, text };
  });
}

function applyToText(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(
    (before, { rangeOffset, rangeLength, text: inserted }) =>
      before.slice(0, rangeOffset) + inserted + before.slice(rangeOffset + rangeLength),
    text,
  );
}
