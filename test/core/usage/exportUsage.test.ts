import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportHead, exportRecord, exportTail } from '../../../src/core/usage/exportUsage.ts';
import { usageRecord } from './usageRecord.ts';

describe('an export as CSV', () => {
  it('has a row per record, unknown as an empty cell', () => {
    const record = usageRecord({ project: '/home/dev, "me"', model: 'brand-new', costReportedUsd: 0.5 });
    expect(exportHead('csv') + exportRecord(record, 0, 'csv') + exportTail('csv')).toBe(
      'time,source,sessionId,project,model,inputTokens,cacheReadTokens,cacheWrite5mTokens,cacheWrite1hTokens,outputTokens,reasoningTokens,' +
        'estimatedOutputTokens,requests,costReportedUsd,quality,costUsd\r\n' +
        '2026-07-01T12:00:00.000Z,claudeCode,session-1,"/home/dev, ""me""",brand-new,10,0,0,0,5,,,1,0.5,reported,\r\n',
    );
  });

  it('has no cell that a spreadsheet takes for a formula, and none that leaves its place', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '"', ',', 'a');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const row = exportRecord(usageRecord({ project: `${first}${rest}` }), 0, 'csv');
        const cells = readRow(row);
        expect(cells).toHaveLength(16);
        expect(cells[3]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(cells[3]?.endsWith(`${first}${rest}`)).toBe(true);
      }),
    );
  });
});

describe('an export as JSON', () => {
  it('is an array of records', () => {
    const records = [usageRecord({ project: '=1+1' }), usageRecord({ model: 'brand-new' })];
    const text = records.map((record, index) => exportRecord(record, index, 'json')).join('');
    const parsed = JSON.parse(exportHead('json') + text + exportTail('json'));
    expect(parsed).toMatchObject([{ project: '=1+1', costUsd: 0.000175 }, { model: 'brand-new' }]);
    expect(parsed[1]).not.toHaveProperty('costUsd');
    expect(JSON.parse(exportHead('json') + exportTail('json'))).toEqual([]);
  });
});

/** RFC 4180, with one row. */
function readRow(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (found === null) throw new Error(`not a cell: ${text.slice(at)}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = match.lastIndex;
  }
  return cells;
}
