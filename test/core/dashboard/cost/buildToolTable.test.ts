import { describe, expect, it } from 'vitest';
import { buildToolTable } from '../../../../src/core/dashboard/cost/buildToolTable.ts';
import type { SessionEvent } from '../../../../src/core/usage/sessionEvent.ts';
import { utcDay } from '../../usage/table/usageRecords.ts';

const RANGE = { since: '2026-11-01', until: '2026-11-30' };
const origin = {
  source: 'claudeCode',
  sessionId: 's1',
  project: '/p',
  timestampMs: Date.UTC(2026, 10, 5),
} as const;
const call = (callId: string, tool: string, fields: Partial<SessionEvent> = {}): SessionEvent =>
  ({
    ...origin,
    kind: 'toolCall',
    callId,
    tool,
    action: 'read',
    inputHash: callId,
    inputChars: 10,
    ...fields,
  }) as SessionEvent;
const result = (callId: string, chars: number, fields: Partial<SessionEvent> = {}): SessionEvent =>
  ({ ...origin, kind: 'toolResult', callId, chars, isError: false, ...fields }) as SessionEvent;
const build = (events: readonly SessionEvent[], filters = {}) =>
  buildToolTable(events, RANGE, filters, utcDay);

describe('buildToolTable', () => {
  it('sums calls and results of each tool, the largest results first', () => {
    const events = [
      call('1', 'Read'),
      result('1', 3300),
      call('2', 'Bash'),
      result('2', 99, { tokens: 5000, isError: true } as Partial<SessionEvent>),
      call('3', 'Read'),
    ];
    expect(build(events)).toEqual({
      rows: [
        { tool: 'Bash', calls: 1, errors: 1, resultTokens: 5000 },
        { tool: 'Read', calls: 2, errors: 0, resultTokens: 1000 },
      ],
    });
  });

  it('counts once what a forked session repeats', () => {
    const events = [
      call('1', 'Read'),
      result('1', 330),
      call('1', 'Read', { sessionId: 's2' }),
      result('1', 330, { sessionId: 's2' }),
    ];
    expect(build(events)?.rows).toEqual([{ tool: 'Read', calls: 1, errors: 0, resultTokens: 100 }]);
  });

  it('takes what lies in the range and passes the filters', () => {
    const events = [
      call('1', 'Read'),
      call('2', 'Bash', { project: '/q' }),
      call('3', 'Edit', { timestampMs: 0 }),
    ];
    expect(build(events)?.rows.map(({ tool }) => tool)).toEqual(['Read', 'Bash']);
    expect(build(events, { project: '/p' })?.rows.map(({ tool }) => tool)).toEqual(['Read']);
    expect(build(events, { session: 'other' })).toEqual({ rows: [] });
  });

  it('sums what is beyond the twentieth, and is unknown where nothing was read', () => {
    const events = Array.from({ length: 23 }, (_, index) => call(`${index}`, `tool-${index}`));
    expect(build(events)?.rest).toMatchObject({ count: 3, sum: { tool: '', calls: 3 } });
    expect(build([])).toBeUndefined();
  });
});
