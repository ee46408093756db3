import { expect, it } from 'vitest';
import { describeKept } from '../../../src/core/usage/describeKept.ts';

it('says what is kept of logs that are deleted, and how many are gone', () => {
  const kept =
    'Claude Code deletes its logs after 30 days, unless its setting cleanupPeriodDays says otherwise. Kept here: 1,234 calls since Jul 1, 2026.';
  const usage = { calls: 1234, sinceDay: '2026-07-01', goneLogs: 0 };
  expect(describeKept(usage)).toBe(kept);
  expect(describeKept({ ...usage, goneLogs: 5 })).toBe(
    `${kept} Logs that are gone already, and whose calls are kept: 5.`,
  );
});
