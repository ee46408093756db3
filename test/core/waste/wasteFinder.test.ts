import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModelTerms } from '../../../src/core/waste/modelTerms.ts';
import { createWasteFinder } from '../../../src/core/waste/wasteFinder.ts';
import { type GoldenSession, goldenSession } from '../../fixtures/waste/goldenSession.ts';

const findWaste = (records: GoldenSession['records'], events: GoldenSession['events']) =>
  createWasteFinder().find(records, events);
const waste = (...sessions: readonly GoldenSession[]) =>
  findWaste(
    sessions.flatMap(({ records }) => records),
    sessions.flatMap(({ events }) => events),
  );

/** The cache breaks once, and a dependency is read twice. */
function session(id = 's1') {
  return goldenSession({ sessionId: id, startMs: Date.UTC(2026, 6, id.length) })
    .call({ cacheReadTokens: 60_000, cacheWrite5mTokens: 1000 })
    .read('/p/node_modules/x/a.js', 8000, { hash: 'same' })
    .call({ cacheReadTokens: 1000, cacheWrite5mTokens: 70_000 })
    .read('/p/node_modules/x/a.js', 8000, { hash: 'same' })
    .calls(4, { cacheReadTokens: 79_000 });
}

/** A hundred times the list's price of Claude Opus 4.6. */
const PRICE = { input: 500, output: 2500, cacheRead: 50, cacheWrite5m: 625, cacheWrite1h: 1000 };

describe('waste', () => {
  it('is told with the most expensive first, and never summed across kinds', () => {
    const { findings, measured, estimated } = waste(session());
    expect(findings.map(({ detector, kind }) => [detector, kind])).toEqual([
      ['cacheBroken', 'measured'],
      ['junkFolders', 'estimated'],
      ['repeatedReads', 'estimated'],
    ]);
    expect(measured).toMatchObject({ findings: 1, tokens: 60_000 });
    expect(estimated.findings).toBe(2);
  });

  it('counts the same result once, and what a measured finding has claimed not at all', () => {
    const { findings, estimated } = waste(session());
    const [broken, junk, again] = findings;
    expect(broken).toMatchObject({ tokens: 60_000, countedTokens: 60_000 });
    // The first reading in five calls, the second in four; of the first of these calls more is claimed already.
    expect(junk).toMatchObject({ tokens: 72_000, countedTokens: 64_000 });
    expect(again).toMatchObject({ tokens: 32_000, countedTokens: 0 });
    expect(estimated.tokens).toBe(64_000);
  });

  it('keeps its ids, whatever the order of what was read', () => {
    const { records, events } = session();
    const there = findWaste(records, events);
    const back = findWaste(records.toReversed(), events.toReversed());
    expect(back).toEqual(there);
    expect(new Set(there.findings.map(({ id }) => id)).size).toBe(there.findings.length);
  });

  it('takes what a fork repeats for the original only', () => {
    const own = session();
    const copies = own.events.map((event) => ({ ...event, sessionId: 'fork' }));
    expect(findWaste(own.records, [...copies, ...own.events])).toEqual(waste(own));
  });

  it('weighs by the share of what was spent', () => {
    const [broken] = waste(session()).findings;
    expect(broken?.severity).toBe('high');
    const rich = goldenSession({ sessionId: 'rich' }).calls(40, { cacheReadTokens: 0, inputTokens: 150_000 });
    expect(waste(session(), rich).findings[0]?.severity).toBe('medium');
  });

  it('has no price where the model has none', () => {
    const unknown = session();
    const records = unknown.records.map((record) => ({ ...record, model: 'a-model-nobody-knows' }));
    const { findings, measured } = findWaste(records, unknown.events);
    expect(findings[0]).toMatchObject({ costUsd: undefined, countedCostUsd: undefined });
    expect(measured.costUsd).toBe(0);
  });

  it('finds nothing where nothing was logged', () => {
    expect(findWaste([], [])).toMatchObject({ findings: [], spentUsd: 0 });
  });

  it('counts for others what one that is not wanted would have claimed', () => {
    const { records, events } = session();
    const { findings, estimated } = createWasteFinder().find(
      records,
      events,
      ({ detector }) => detector !== 'junkFolders',
    );
    expect(findings.map(({ detector }) => detector)).toEqual(['cacheBroken', 'repeatedReads']);
    expect(estimated).toMatchObject({ findings: 1, tokens: 32_000 });
  });

  it("is priced and judged by the user's own words on models", () => {
    const own = createModelTerms([{ id: 'claude-opus-4-6', price: PRICE }]);
    const { records, events } = session();
    const [listed, ours] = [createWasteFinder(), createWasteFinder(own)].map((finder) =>
      finder.find(records, events),
    );
    expect(ours?.spentUsd).toBeCloseTo(100 * (listed?.spentUsd ?? 0), 6);
    expect(ours?.measured.costUsd).toBeCloseTo(100 * (listed?.measured.costUsd ?? 0), 6);
    expect(ours?.measured.tokens).toBe(listed?.measured.tokens);
  });
});

describe('what counts of findings', () => {
  it('is never more than was billed, however much they claim', () => {
    const step = fc.record({
      path: fc.constantFrom('/p/node_modules/a.js', '/p/src/b.ts', '/p/dist/c.js'),
      tokens: fc.nat(30_000),
      hash: fc.constantFrom('one', 'other'),
      read: fc.nat(40_000),
      written: fc.nat(40_000),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const told = goldenSession();
        for (const { path, tokens, hash, read, written } of steps) {
          told.call({ cacheReadTokens: read, cacheWrite5mTokens: written }).read(path, tokens, { hash });
        }
        const { findings } = waste(told);
        const billed = told.records.reduce(
          (sum, { cacheReadTokens = 0, cacheWrite5mTokens = 0, outputTokens = 0 }) =>
            sum + cacheReadTokens + cacheWrite5mTokens + outputTokens,
          0,
        );
        const counted = findings.reduce((sum, { countedTokens }) => sum + countedTokens, 0);
        // Each finding is rounded.
        expect(counted).toBeLessThanOrEqual(billed + findings.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('waste in logs that grow', () => {
  const sessions = [
    session('a'),
    session('ab'),
    goldenSession({ sessionId: 'abc', project: '/q', model: 'gpt-5.4' })
      .prompt({ paragraphs: [{ hash: 'rules', chars: 900 }] })
      .calls(3)
      .read('/q/dist/x.js', 20_000)
      .calls(3),
    ...['x', 'y', 'z', 'w'].map((agentId) =>
      goldenSession({ sessionId: 'ab', agentId }).call({ cacheWrite5mTokens: 20_000 }),
    ),
  ];
  const fork = session('a').events.map((event) => ({ ...event, sessionId: 'fork' }));
  const lines = [
    ...sessions.flatMap(({ records }) => records.map((record) => ({ record }))),
    ...[...sessions.flatMap(({ events }) => events), ...fork].map((event) => ({ event })),
  ];

  it('is the same as if all had been there at once, in whatever order lines arrive', () => {
    const inAnyOrder = fc.shuffledSubarray(lines, { minLength: lines.length });
    const anyCuts = fc.array(fc.nat(lines.length), { maxLength: 4 });
    fc.assert(
      fc.property(inAnyOrder, anyCuts, (arrived, cuts) => {
        const finder = createWasteFinder();
        for (const cut of [...cuts, lines.length]) {
          const known = arrived.slice(0, cut);
          const records = known.flatMap((line) => ('record' in line ? [line.record] : []));
          const events = known.flatMap((line) => ('event' in line ? [line.event] : []));
          expect(finder.find(records, events)).toEqual(
            createWasteFinder().find(records.toReversed(), events.toReversed()),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when a call that was known grows', () => {
    const finder = createWasteFinder();
    const { records, events } = session();
    finder.find(
      records.map((record) => ({ ...record, outputTokens: 1 })),
      events,
    );
    expect(finder.find(records, events)).toEqual(createWasteFinder().find(records, events));
  });
});
