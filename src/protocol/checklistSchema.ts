import * as v from 'valibot';
import { CHECKLIST_IDS, CHECKLIST_ITEM_IDS } from '../core/checklist/checklistItems.ts';
import { CHECK_STATES } from '../core/checklist/verdict.ts';
import { INTEGER, TEXT } from './schemaParts.ts';

// The checklists' part of a snapshot.

const ROW = v.strictObject({
  id: v.picklist(CHECKLIST_ITEM_IDS),
  title: TEXT,
  hint: TEXT,
  state: v.picklist(CHECK_STATES),
  reason: TEXT,
  isTicked: v.boolean(),
  action: TEXT,
});

export const CHECKLIST = v.array(
  v.strictObject({
    id: v.picklist(CHECKLIST_IDS),
    title: TEXT,
    doneCount: INTEGER,
    openCount: INTEGER,
    items: v.array(ROW),
  }),
);
