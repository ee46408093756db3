import * as v from 'valibot';
import { SPANS } from '../core/dashboard/cost/costSnapshot.ts';
import { COST_PERIODS, COST_UNITS, STACKINGS } from '../core/dashboard/cost/costView.ts';
import { TIMELINE_MARKS } from '../core/dashboard/cost/timelineMarks.ts';
import { DIMENSIONS } from '../core/usage/dimensions.ts';
import { QUALITIES } from '../core/usage/usageRecord.ts';
import { DAY, RANGE } from './rangeSchema.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// What was spent, and how a person wants to see it.

const VIEW = {
  period: v.picklist(COST_PERIODS),
  unit: v.picklist(COST_UNITS),
  stackBy: v.picklist(STACKINGS),
  filters: v.strictObject(v.entriesFromList(DIMENSIONS, v.exactOptional(TEXT))),
};
const MORE = { range: v.exactOptional(RANGE), session: v.exactOptional(TEXT) };

/** What a person may choose anew. */
export const COST_CHANGE = v.strictObject({
  period: v.exactOptional(VIEW.period),
  unit: v.exactOptional(VIEW.unit),
  stackBy: v.exactOptional(VIEW.stackBy),
  filters: v.exactOptional(VIEW.filters),
  ...MORE,
});

const ENTRY = {
  key: TEXT,
  inputTokens: INTEGER,
  cacheReadTokens: INTEGER,
  cacheWriteTokens: INTEGER,
  outputTokens: INTEGER,
  requests: INTEGER,
  costUsd: v.exactOptional(AMOUNT),
  unpricedRequests: INTEGER,
  quality: v.picklist(QUALITIES),
};
const TOTAL = v.strictObject(ENTRY);

const SPENT = {
  costUsd: v.exactOptional(AMOUNT),
  requests: INTEGER,
  unpricedRequests: INTEGER,
};

const ROW = v.strictObject({
  ...ENTRY,
  lastMs: AMOUNT,
  label: v.exactOptional(TEXT),
  project: v.exactOptional(TEXT),
  isDailyTotal: v.exactOptional(v.literal(true)),
});

const POINT = v.strictObject({
  timestampMs: AMOUNT,
  calls: INTEGER,
  contextTokens: INTEGER,
  outputTokens: INTEGER,
  costUsd: v.exactOptional(AMOUNT),
  model: TEXT,
  marks: v.array(v.picklist(TIMELINE_MARKS)),
});

const TOOL = v.strictObject({ tool: TEXT, calls: INTEGER, errors: INTEGER, resultTokens: INTEGER });

export const COST = v.strictObject({
  view: v.strictObject({
    ...VIEW,
    ...MORE,
    back: v.exactOptional(
      v.strictObject({
        period: v.picklist(COST_PERIODS.filter((period) => period !== 'custom')),
        unit: VIEW.unit,
      }),
    ),
  }),
  range: RANGE,
  total: TOTAL,
  previous: v.exactOptional(TOTAL),
  spans: v.array(v.strictObject({ period: v.picklist(SPANS), ...SPENT })),
  newest: v.exactOptional(RANGE),
  units: v.array(v.picklist(COST_UNITS)),
  unit: v.picklist(COST_UNITS),
  stacks: v.array(v.strictObject({ key: TEXT, isRest: v.exactOptional(v.literal(true)), ...SPENT })),
  bars: v.array(
    v.strictObject({
      start: DAY,
      startMs: v.exactOptional(AMOUNT),
      partsUsd: v.array(AMOUNT),
      ...SPENT,
    }),
  ),
  tables: v.array(
    v.strictObject({
      by: v.picklist(DIMENSIONS),
      rows: v.array(ROW),
      rest: v.exactOptional(v.strictObject({ count: INTEGER, sum: TOTAL })),
    }),
  ),
  tools: v.exactOptional(
    v.strictObject({
      rows: v.array(TOOL),
      rest: v.exactOptional(v.strictObject({ count: INTEGER, sum: TOOL })),
    }),
  ),
  timeline: v.exactOptional(
    v.strictObject({
      session: TEXT,
      project: TEXT,
      source: TEXT,
      points: v.array(POINT),
      agents: v.strictObject({ calls: INTEGER, costUsd: v.exactOptional(AMOUNT) }),
    }),
  ),
});
