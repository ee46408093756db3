import * as v from 'valibot';
import { MAX_INPUT_LENGTH, PLAN_FIELD_IDS, PLAN_SECTION_IDS } from '../core/dashboard/plan/planFieldIds.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// The planner's part of a snapshot, and what may be typed into it.

const SHARE = v.pipe(AMOUNT, v.maxValue(1));

const FIELD = v.strictObject({
  id: v.picklist(PLAN_FIELD_IDS),
  label: TEXT,
  value: TEXT,
  choices: v.exactOptional(v.array(v.strictObject({ value: TEXT, label: TEXT }))),
  problem: v.exactOptional(TEXT),
});

const OUTCOME = v.strictObject({
  results: v.exactOptional(v.array(v.strictObject({ label: TEXT, value: TEXT }))),
  tables: v.exactOptional(
    v.array(v.strictObject({ caption: TEXT, columns: v.array(TEXT), rows: v.array(v.array(TEXT)) })),
  ),
  notes: v.exactOptional(v.array(TEXT)),
  curve: v.exactOptional(v.array(v.strictObject({ step: INTEGER, share: SHARE }))),
  bands: v.exactOptional(
    v.array(v.strictObject({ label: TEXT, share: SHARE, fromShare: SHARE, toShare: SHARE })),
  ),
});

export const PLAN = v.strictObject({
  origin: TEXT,
  isTyped: v.boolean(),
  sections: v.array(
    v.strictObject({
      id: v.picklist(PLAN_SECTION_IDS),
      title: TEXT,
      fields: v.array(FIELD),
      outcome: v.exactOptional(OUTCOME),
    }),
  ),
});

/** What was typed, by field; the other fields stay as they are. */
export const PLAN_INPUTS = v.record(
  v.picklist(PLAN_FIELD_IDS),
  v.pipe(v.string(), v.maxLength(MAX_INPUT_LENGTH)),
);
