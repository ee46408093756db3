import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTargetsSnapshot } from '../../src/core/dashboard/targets/buildTargetsSnapshot.ts';
import { createUsageTable } from '../../src/core/usage/table/usageTable.ts';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { TODAY, usageRecords, utcDay } from '../core/usage/table/usageRecords.ts';
import { usageRecord } from '../core/usage/usageRecord.ts';
import { METER, mutations } from './mutateJson.ts';

const toMessage = (targets: object) => ({
  type: 'snapshot',
  snapshot: { ...METER, view: { tab: 'targets', isReadingSessions: false, targets } },
});
const build = (records: Parameters<typeof createUsageTable>[0]) =>
  buildTargetsSnapshot(createUsageTable(records, utcDay), '7days', TODAY);

describe('a snapshot of targets', () => {
  it('gets through whole, whatever the ledger holds', () => {
    fc.assert(
      fc.property(usageRecords(), (records) => {
        expect(parseHostMessage(toMessage(build(records)))).toEqual(toMessage(build(records)));
      }),
    );
  });

  it('is dropped with anything else in any place', () => {
    const { kpis, ...rest } = build([usageRecord({ timestampMs: Date.parse(TODAY) })]);
    // In a trend, null is a day without calls.
    const message = toMessage({ ...rest, kpis: kpis.map((kpi) => ({ ...kpi, trend: [] })) });
    fc.assert(
      fc.property(mutations(message), (mutated) => {
        expect(parseHostMessage(mutated)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
