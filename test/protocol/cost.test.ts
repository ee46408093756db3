import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCostSnapshot } from '../../src/core/dashboard/cost/buildCostSnapshot.ts';
import { FIRST_VIEW } from '../../src/core/dashboard/cost/costView.ts';
import { buildSessionTimeline } from '../../src/core/dashboard/cost/sessionTimeline.ts';
import { createUsageTable } from '../../src/core/usage/table/usageTable.ts';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { parseWebviewMessage } from '../../src/protocol/webviewMessage.ts';
import { TODAY, usageRecords, utcDay, utcHours } from '../core/usage/table/usageRecords.ts';
import { usageRecord } from '../core/usage/usageRecord.ts';
import { METER, mutations } from './mutateJson.ts';

const LOGS = { files: 2, qualities: { reported: 5 }, skips: [{ reason: 'torn', count: 1 }], notices: ['n'] };
const toMessage = (cost: object) => ({
  type: 'snapshot',
  snapshot: {
    ...METER,
    view: { tab: 'cost', budgets: [], areBudgetsPending: false, isReadingSessions: false, logs: LOGS, cost },
  },
});
const CALLS = Array.from({ length: 22 }, (_, index) =>
  usageRecord({
    key: `${index}`,
    sessionId: `s${index}`,
    project: '/p',
    timestampMs: Date.parse(`${TODAY}T09:00:00Z`),
  }),
);
const VIEW = { ...FIRST_VIEW, filters: { project: '/p' }, session: 's1' };
const SNAPSHOT = {
  ...buildCostSnapshot(createUsageTable(CALLS, utcDay), VIEW, TODAY, utcHours),
  tools: { rows: [], rest: { count: 2, sum: { tool: '', calls: 2, errors: 0, resultTokens: 9 } } },
  timeline: buildSessionTimeline(CALLS.filter(({ sessionId }) => sessionId === 's1')),
};
const CHANGE = {
  type: 'changeCostView',
  change: { ...VIEW, period: 'custom', range: { since: '2026-11-01', until: '2026-11-22' } },
};

describe('a snapshot of costs', () => {
  it('gets through whole, whatever the ledger holds', () => {
    expect(parseHostMessage(toMessage(SNAPSHOT))).toEqual(toMessage(SNAPSHOT));
    fc.assert(
      fc.property(usageRecords(), (records) => {
        const message = toMessage(
          buildCostSnapshot(createUsageTable(records, utcDay), FIRST_VIEW, TODAY, utcHours),
        );
        expect(parseHostMessage(message)).toEqual(message);
      }),
    );
  });

  it('gets through where a log holds names of any length', () => {
    const records = [
      usageRecord({ model: 'm'.repeat(5000), project: '/p'.repeat(5000), sessionId: 's'.repeat(5000) }),
    ];
    const table = createUsageTable(records, utcDay);
    expect(
      parseHostMessage(
        toMessage(buildCostSnapshot(table, { ...FIRST_VIEW, period: 'all' }, TODAY, utcHours)),
      ),
    ).toBeDefined();
  });

  it('is dropped with anything else in any place', () => {
    fc.assert(
      fc.property(mutations(toMessage(SNAPSHOT)), (message) => {
        expect(parseHostMessage(message)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a person chooses to see of costs', () => {
  it('gets through', () => {
    expect(parseWebviewMessage(CHANGE)).toEqual(CHANGE);
    expect(parseWebviewMessage({ type: 'changeCostView', change: {} })).toBeDefined();
  });

  it.each(['2026-02-31', '2026-13-01', '0', '2026-1-1', '+02026-01-01'])('has no day such as %s', (since) => {
    const change = { ...CHANGE.change, range: { since, until: '2026-11-22' } };
    expect(parseWebviewMessage({ type: 'changeCostView', change })).toBeUndefined();
  });

  it('is dropped with anything else in any place', () => {
    fc.assert(
      fc.property(mutations(CHANGE), (message) => {
        expect(parseWebviewMessage(message)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
