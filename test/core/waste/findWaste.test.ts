import { describe, expect, it } from 'vitest';
import { findWaste } from '../../../src/core/waste/findWaste.ts';
import { type GoldenSession, goldenSession } from '../../fixtures/waste/goldenSession.ts';

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
});
