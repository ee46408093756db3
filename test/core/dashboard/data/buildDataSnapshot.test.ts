import { expect, it } from 'vitest';
import { buildDataSnapshot } from '../../../../src/core/dashboard/data/buildDataSnapshot.ts';
import { createUsageTable } from '../../../../src/core/usage/table/usageTable.ts';
import { utcDay } from '../../usage/table/usageRecords.ts';
import { usageRecord } from '../../usage/usageRecord.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const FACTS = {
  folder: '/storage/usage',
  store: 'sqlite' as const,
  retentionDays: 365,
  roots: [
    { source: 'claudeCode' as const, path: '/home/dev/.config/claude' },
    { source: 'claudeCode' as const, path: '/home/dev/.claude' },
    { source: 'claudeCode' as const, path: '/home/dev/.claude' },
    { source: 'codex' as const, path: '/home/dev/.codex' },
  ],
  found: [
    { source: 'claudeCode' as const, path: '/home/dev/.claude/a.jsonl' },
    { source: 'claudeCode' as const, path: '/home/dev/.claude-other/b.jsonl' },
    { source: 'claudeCode' as const, path: '/mnt/c/Users/ann/.claude/c.jsonl' },
  ],
  windowsHomes: ['/mnt/c/Users/an', '/mnt/c/Users/ann'],
};

it('says where was looked, what was there and what is kept of it, tools with logs first', () => {
  const records = [
    usageRecord({ timestampMs: at('2026-11-20') }),
    usageRecord({ timestampMs: at('2026-11-19'), sessionId: 'day 2026-11-19' }),
    usageRecord({ timestampMs: at('2026-11-01'), source: 'gemini' }),
  ];
  const { sources, ...rest } = buildDataSnapshot(createUsageTable(records, utcDay), FACTS);
  expect(rest).toEqual({
    folder: '/storage/usage',
    store: 'sqlite',
    retentionDays: 365,
    firstDay: '2026-11-01',
    windowsHomes: ['/mnt/c/Users/ann'],
  });
  expect(sources.slice(0, 3)).toEqual([
    {
      label: 'Claude Code',
      places: [
        { path: '/home/dev/.claude', files: 1 },
        { path: '/home/dev/.config/claude', files: 0 },
      ],
      files: 3,
      records: 1,
      dailyTotals: 1,
      lastMs: at('2026-11-20'),
    },
    { label: 'Gemini CLI', places: [], files: 0, records: 1, dailyTotals: 0, lastMs: at('2026-11-01') },
    {
      label: 'Codex',
      places: [{ path: '/home/dev/.codex', files: 0 }],
      files: 0,
      records: 0,
      dailyTotals: 0,
    },
  ]);
  expect(sources).toHaveLength(9);
});
