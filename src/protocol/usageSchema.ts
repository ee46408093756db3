import * as v from 'valibot';
import { QUALITIES } from '../core/usage/usageRecord.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// The part of a snapshot that tells what was used.

const ENTRY = v.strictObject({
  key: TEXT,
  inputTokens: INTEGER,
  cacheReadTokens: INTEGER,
  cacheWriteTokens: INTEGER,
  outputTokens: INTEGER,
  requests: INTEGER,
  costUsd: v.exactOptional(AMOUNT),
  unpricedRequests: INTEGER,
  quality: v.picklist(QUALITIES),
});

export const USAGE = v.strictObject({
  periods: v.array(v.strictObject({ title: TEXT, total: ENTRY })),
  days: v.array(ENTRY),
  months: v.array(ENTRY),
  models: v.array(ENTRY),
  sources: v.array(ENTRY),
  files: INTEGER,
  qualities: v.strictObject({
    reported: v.exactOptional(INTEGER),
    'reported-partial': v.exactOptional(INTEGER),
    estimated: v.exactOptional(INTEGER),
  }),
  skips: v.array(v.strictObject({ reason: TEXT, count: INTEGER })),
  progress: v.exactOptional(v.strictObject({ done: INTEGER, of: INTEGER })),
  notices: v.array(TEXT),
});
