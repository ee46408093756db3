import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composePrompts,
  emptyPrompt,
  type PromptTokens,
} from '../../../../src/core/dashboard/targets/composePrompts.ts';
import { createWasteFinder } from '../../../../src/core/waste/wasteFinder.ts';
import { type GoldenSession, goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { utcDay } from '../../usage/table/usageRecords.ts';

/** A model of which 3.3 characters of any text are a token. */
const MODEL = 'gpt-5.4';
const DAY = '2026-07-01';
const PROMPT_CHARS = 3300;
const TOOL_INPUT = { inputChars: 330 };

const compose = (...sessions: GoldenSession[]): PromptTokens => {
  const threads = createWasteFinder().read(
    sessions.flatMap(({ records }) => records),
    sessions.flatMap(({ events }) => events),
  );
  return composePrompts(threads, utcDay).get(DAY) ?? emptyPrompt();
};
const rounded = ({ total, ...parts }: PromptTokens) => ({
  total,
  ...Object.fromEntries(Object.entries(parts).map(([part, tokens]) => [part, Math.round(tokens)])),
});
const begin = (fields: Parameters<typeof goldenSession>[0] = {}) =>
  goldenSession({ model: MODEL, ...fields })
    .prompt({ chars: PROMPT_CHARS })
    .call({ cacheReadTokens: 10_000, outputTokens: 100 });

describe('composePrompts', () => {
  it('takes what the first call sent beside the prompt for the system prompt', () => {
    expect(rounded(compose(begin()))).toEqual({
      requests: 1,
      total: 10_100,
      system: 9000,
      context: 1000,
      retrieved: 0,
      history: 0,
      output: 100,
    });
  });

  it('has results of tools as retrieved until the next prompt, then as history with all that was said', () => {
    const session = begin().use(2000, TOOL_INPUT).call({ cacheReadTokens: 12_300, outputTokens: 100 });
    // Of the second call 12,300 are: 9,000 system, 1,000 prompt, 2,000 result, 100 the tool's input; 200 are unknown.
    expect(rounded(compose(session))).toMatchObject({
      system: 18_000,
      context: 2000,
      retrieved: 2000,
      history: 100,
    });
    session.prompt({ chars: 330 }).call({ cacheReadTokens: 12_400, outputTokens: 100 });
    // Of the third: 9,000, the new prompt of 100, and as history what was there before: 1,000, 2,000 and 100.
    expect(rounded(compose(session))).toEqual({
      requests: 3,
      total: 35_000,
      system: 27_000,
      context: 2100,
      retrieved: 2000,
      history: 3200,
      output: 300,
    });
  });

  it('forgets what a compaction took out of the context', () => {
    const session = begin()
      .use(60_000, TOOL_INPUT)
      .call({ cacheReadTokens: 71_000, outputTokens: 100 })
      .prompt({ chars: 330 })
      .call({ cacheReadTokens: 15_000, outputTokens: 100 });
    expect(rounded(compose(session))).toMatchObject({ retrieved: 60_000, history: 100, context: 2100 });
  });

  it('takes sizes that come to more than there was for too large, all alike', () => {
    const session = begin().use(30_000, { inputChars: 0 }).call({ cacheReadTokens: 14_000, outputTokens: 0 });
    const { system, context, retrieved } = compose(session);
    expect(system).toBe(18_000);
    // 5,000 tokens of room for 31,000 by size.
    expect(context - 1000).toBeCloseTo(5000 / 31, 6);
    expect(retrieved).toBeCloseTo((30 * 5000) / 31, 6);
  });

  it('leaves out sessions whose beginning is not known, or lies in another session', () => {
    const late = goldenSession({ sessionId: 'late', model: MODEL }).call().prompt().call();
    expect(compose(late)).toEqual(emptyPrompt());
    const others = ['a', 'b', 'c'].map((sessionId) => begin({ sessionId }));
    const fork = goldenSession({ sessionId: 'fork', model: MODEL, startMs: Date.UTC(2026, 6, 1, 15) })
      .prompt()
      .call({ cacheReadTokens: 400_000 });
    expect(compose(...others, fork)).toEqual(compose(...others));
  });

  it('never makes more of a request than there was, nor less than nothing, whatever is logged', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('prompt' as const), size: fc.nat(50_000) }),
      fc.record({ kind: fc.constant('call' as const), size: fc.nat(200_000) }),
      fc.record({ kind: fc.constant('use' as const), size: fc.nat(50_000) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const session = goldenSession({ model: MODEL });
        for (const { kind, size } of steps) {
          if (kind === 'prompt') session.prompt({ chars: size });
          else if (kind === 'call') session.call({ cacheReadTokens: size });
          else session.use(size);
        }
        const { requests: _, total, ...parts } = compose(session);
        for (const tokens of Object.values(parts)) expect(tokens).toBeGreaterThanOrEqual(0);
        expect(Object.values(parts).reduce((sum, tokens) => sum + tokens, 0)).toBeLessThanOrEqual(
          total + 1e-6 * total,
        );
      }),
    );
  });
});
