import * as v from 'valibot';
import { DAY } from './rangeSchema.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// What the numbers of the views over the logs stand on.

export const DATA = v.strictObject({
  folder: TEXT,
  store: v.picklist(['sqlite', 'jsonLines']),
  retentionDays: INTEGER,
  readMs: v.exactOptional(AMOUNT),
  firstDay: v.exactOptional(DAY),
  windowsHomes: v.array(TEXT),
  sources: v.array(
    v.strictObject({
      label: TEXT,
      places: v.array(v.strictObject({ path: TEXT, files: INTEGER })),
      files: INTEGER,
      records: INTEGER,
      dailyTotals: INTEGER,
      lastMs: v.exactOptional(AMOUNT),
    }),
  ),
});
