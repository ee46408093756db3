import type { UserModel } from '../../core/models/userModels.ts';
import type { DayOf } from '../../core/usage/aggregateUsage.ts';
import { createUsageTable, extendUsageTable, type UsageTable } from '../../core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { Ledger } from './ledger/ledger.ts';

/** Both as of now; what was given before may have changed then. */
export type KeptRecords = { records: () => readonly UsageRecord[]; table: () => UsageTable };

/**
 * A ledger's records and their table, kept between questions: to read and to price them all takes longer than an answer may. What this process has
 * written since is added, and all is read anew where somebody else has, or records went away.
 */
export function keepRecords(
  ledger: Ledger,
  dayOf: DayOf,
  userModels: readonly UserModel[] = [],
): KeptRecords {
  let version = -1;
  let records: UsageRecord[] = [];
  let rows = new Map<string, number>();
  let table: UsageTable | undefined;
  const stale = new Set<number>();
  const readAll = () => {
    records = [...ledger.records()];
    rows = new Map(records.map(({ key }, row) => [key, row]));
    table = undefined;
    stale.clear();
  };
  const take = (record: UsageRecord) => {
    const row = rows.get(record.key) ?? records.length;
    rows.set(record.key, row);
    records[row] = record;
    stale.add(row);
  };
  const bringUpToDate = () => {
    const now = ledger.version();
    if (now === version) return;
    const changed = ledger.changesBetween(version, now);
    if (changed === undefined) readAll();
    else for (const record of changed) take(record);
    version = now;
  };
  return {
    records: () => {
      bringUpToDate();
      return records;
    },
    table: () => {
      bringUpToDate();
      if (table === undefined) table = createUsageTable(records, dayOf, userModels);
      else if (stale.size > 0) table = extendUsageTable(table, records, stale, dayOf, userModels);
      stale.clear();
      return table;
    },
  };
}
