import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinRecords } from '../../../src/core/usage/joinRecords.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { usageRecord } from './usageRecord.ts';

const small = fc.nat(3);
/** Few values, so that records often agree in some fields and differ in others. */
const records: fc.Arbitrary<UsageRecord> = fc
  .record(
    {
      outputTokens: small,
      inputTokens: small,
      estimatedOutputTokens: small,
      revision: small,
      timestampMs: fc.nat(2),
      sessionStartMs: fc.nat(2),
      sessionId: fc.constantFrom('a', 'b'),
      project: fc.constantFrom('/p', '/q'),
      parentSessionId: fc.constantFrom('c', 'd'),
      agentId: fc.constantFrom('e', 'f'),
      model: fc.constantFrom('m', 'n'),
      provider: fc.constantFrom('v', 'w'),
      quality: fc.constantFrom('reported', 'reported-partial', 'estimated'),
      layer: fc.constantFrom('spans', 'sums', 'parts'),
      isReplay: fc.constant(true),
      isFinal: fc.constant(true),
      costReportedUsd: small,
      contextTokens: small,
      inferenceGeo: fc.constant('us'),
    },
    { requiredKeys: ['timestampMs', 'sessionId', 'quality'] },
  )
  .map((fields) => usageRecord(fields));

describe('joinRecords', () => {
  it('takes what the fuller line says, and whose call it was from the log that began first', () => {
    const original = usageRecord({ sessionId: 'old', sessionStartMs: 1, outputTokens: 3, project: '/a' });
    const copy = usageRecord({
      sessionId: 'new',
      sessionStartMs: 2,
      outputTokens: 90,
      project: '/b',
      isFinal: true,
    });
    expect(joinRecords(original, copy)).toEqual({
      ...copy,
      sessionId: 'old',
      sessionStartMs: 1,
      project: '/a',
    });
  });

  it('prefers the conversation itself to a replay of it, even an earlier one', () => {
    const replay = usageRecord({ sessionId: 'side', isReplay: true, timestampMs: 1 });
    expect(joinRecords(replay, usageRecord())).toEqual(usageRecord());
  });

  it('prefers a later line of one log to a fuller one', () => {
    const later = usageRecord({ revision: 2, outputTokens: 1 });
    expect(joinRecords(usageRecord({ revision: 1, outputTokens: 9 }), later)).toEqual(later);
  });

  it('does not depend on order or repetition', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(joinRecords(a, b)).toEqual(joinRecords(b, a));
        expect(joinRecords(joinRecords(a, b), c)).toEqual(joinRecords(a, joinRecords(b, c)));
        expect(joinRecords(a, a)).toEqual(a);
      }),
      { numRuns: 3000 },
    );
  });
});
