import * as v from 'valibot';
import { CHECK_IDS } from '../core/advice/checkIds.ts';
import { TASK_FIELDS } from '../core/context/task.ts';
import { DASHBOARD_TABS } from '../core/dashboard/dashboardTabs.ts';
import { COUNT, INTEGER, TEXT } from './schemaParts.ts';

// The part of a snapshot that says what to change before sending.

/** What goes with every request of an agent. */
export const INSTRUCTIONS = v.array(
  v.strictObject({
    path: TEXT,
    count: COUNT,
    month: v.exactOptional(v.strictObject({ calls: INTEGER, tokens: INTEGER })),
    notes: v.array(TEXT),
    more: INTEGER,
  }),
);

export const ADVICE = v.strictObject({
  entries: v.array(
    v.strictObject({
      id: TEXT,
      check: v.picklist(CHECK_IDS),
      title: TEXT,
      where: TEXT,
      count: v.exactOptional(COUNT),
      kind: v.exactOptional(v.picklist(['measured', 'estimated'])),
      formula: v.exactOptional(TEXT),
      action: v.exactOptional(TEXT),
      field: v.exactOptional(v.picklist(TASK_FIELDS)),
      tab: v.exactOptional(v.picklist(DASHBOARD_TABS)),
    }),
  ),
  more: INTEGER,
});
