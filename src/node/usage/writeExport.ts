import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { PriceFinder } from '../../core/models/prices/priceFinder.ts';
import { type ExportFormat, exportHead, exportRecord, exportTail } from '../../core/usage/exportUsage.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';

const RECORDS_AT_ONCE = 1000;

/** Writes records to a file that is there only when it is whole, oldest first, and returns how many. */
export function writeExport(
  records: readonly UsageRecord[],
  format: ExportFormat,
  path: string,
  priceOf?: PriceFinder,
): number {
  const sorted = [...records].sort((a, b) => a.timestampMs - b.timestampMs || (a.key < b.key ? -1 : 1));
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, exportHead(format));
    for (let at = 0; at < sorted.length; at += RECORDS_AT_ONCE) {
      const group = sorted.slice(at, at + RECORDS_AT_ONCE);
      writeSync(
        file,
        group.map((record, index) => exportRecord(record, at + index, format, priceOf)).join(''),
      );
    }
    writeSync(file, exportTail(format));
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return sorted.length;
}
