import { describe, expect, it } from 'vitest';
import { addRecord, type CopyRecord, parseRecords } from '../../../src/core/context/copyRecord.ts';

function copyRecord(given: Partial<CopyRecord> = {}): CopyRecord {
  return {
    timestampMs: 1,
    exit: 'Copied',
    fileCount: 2,
    tokens: 300,
    accuracy: 'exact',
    bandPercent: 0,
    modelLabel: 'GPT',
    redacted: 0,
    items: ['a.ts'],
    ...given,
  };
}

describe('the history of copies', () => {
  it('has the newest first, a hundred of them, each with fifty names', () => {
    const items = Array.from({ length: 60 }, (_none, index) => `${index}.ts`);
    let records: CopyRecord[] = [];
    for (let timestampMs = 1; timestampMs <= 101; timestampMs += 1) {
      records = addRecord(records, copyRecord({ timestampMs, items }));
    }
    expect(records).toHaveLength(100);
    expect(records.map(({ timestampMs }) => timestampMs).slice(0, 2)).toEqual([101, 100]);
    expect(records[0]?.items).toEqual(items.slice(0, 50));
  });

  it('reads back what was stored, priced or not', () => {
    const records = [copyRecord(), copyRecord({ costUsd: 0.09, workspaceTokens: 9000, openFilesTokens: 40 })];
    expect(parseRecords(JSON.parse(JSON.stringify(records)))).toEqual(records);
  });

  it('leaves out what is no record, and keeps the rest', () => {
    const broken = [null, 5, {}, copyRecord({ tokens: -1 }), { ...copyRecord(), accuracy: 'sure' }];
    expect(parseRecords([...broken, copyRecord()])).toEqual([copyRecord()]);
    expect(parseRecords({ length: 1 })).toEqual([]);
    expect(parseRecords(undefined)).toEqual([]);
  });
});
