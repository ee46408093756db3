import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataSnapshot } from '../../src/core/dashboard/data/buildDataSnapshot.ts';
import { createUsageTable } from '../../src/core/usage/table/usageTable.ts';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { usageRecords, utcDay } from '../core/usage/table/usageRecords.ts';
import { usageRecord } from '../core/usage/usageRecord.ts';
import { METER, mutations } from './mutateJson.ts';

const LONG = { source: 'codex' as const, path: `/${'x'.repeat(5000)}` };
const FACTS = {
  folder: '/f',
  store: 'sqlite' as const,
  retentionDays: 365,
  readMs: 5,
  roots: [LONG],
  found: [LONG],
  windowsHomes: ['/'],
};
const toMessage = (records: Parameters<typeof createUsageTable>[0]) => ({
  type: 'snapshot',
  snapshot: {
    ...METER,
    view: { tab: 'data', data: buildDataSnapshot(createUsageTable(records, utcDay), FACTS) },
  },
});

describe('a snapshot of the data', () => {
  it('gets through whole, whatever the ledger holds', () => {
    fc.assert(
      fc.property(usageRecords(), (records) => {
        expect(parseHostMessage(toMessage(records))).toEqual(toMessage(records));
      }),
    );
  });

  it('is dropped with anything else in any place', () => {
    fc.assert(
      fc.property(mutations(toMessage([usageRecord()])), (mutated) => {
        expect(parseHostMessage(mutated)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
