import * as v from 'valibot';
import { DETAILS } from '../core/context/detail.ts';
import { TASK_FIELDS } from '../core/context/task.ts';
import { ACCURACIES } from '../core/tokens/tokenCount.ts';
import { AMOUNT, COUNT, INTEGER, TEXT } from './schemaParts.ts';

// The scope builder's part of a snapshot.

const COMPARED = v.strictObject({ files: INTEGER, count: COUNT, costUsd: v.exactOptional(AMOUNT) });

const ITEM = v.strictObject({
  id: v.string(),
  name: TEXT,
  place: TEXT,
  checked: v.boolean(),
  stable: v.boolean(),
  detail: v.picklist(DETAILS),
  details: v.array(v.picklist(DETAILS)),
  count: v.exactOptional(COUNT),
  note: TEXT,
});

const COPY = v.strictObject({
  timestampMs: AMOUNT,
  exit: TEXT,
  fileCount: INTEGER,
  tokens: INTEGER,
  accuracy: v.picklist(ACCURACIES),
  bandPercent: AMOUNT,
  costUsd: v.exactOptional(AMOUNT),
  modelLabel: TEXT,
  workspaceTokens: v.exactOptional(AMOUNT),
  openFilesTokens: v.exactOptional(AMOUNT),
  redacted: INTEGER,
  items: v.array(v.string()),
  stableTokens: v.exactOptional(INTEGER),
  stableHash: v.exactOptional(TEXT),
  contextHash: v.exactOptional(TEXT),
  taskHash: v.exactOptional(TEXT),
});

const SUGGESTED = v.strictObject({
  id: v.string(),
  label: TEXT,
  detail: v.picklist(DETAILS),
  tokens: INTEGER,
  reason: TEXT,
});

const SUGGESTION = v.strictObject({
  items: v.array(SUGGESTED),
  leftOut: v.array(SUGGESTED),
  totalTokens: INTEGER,
  budget: INTEGER,
  isComplete: v.boolean(),
});

export const BUILDER = v.strictObject({
  scopeNames: v.array(TEXT),
  activeScope: TEXT,
  items: v.array(ITEM),
  moreItems: INTEGER,
  task: v.strictObject({
    goal: v.string(),
    constraints: v.string(),
    doneCriteria: v.string(),
    filesToTouch: v.string(),
  }),
  missing: v.array(v.picklist(TASK_FIELDS)),
  canUndo: v.boolean(),
  parts: v.exactOptional(v.strictObject({ stable: COUNT, volatile: COUNT })),
  workspace: v.exactOptional(COMPARED),
  openFiles: v.exactOptional(COMPARED),
  copies: v.array(COPY),
  budget: INTEGER,
  suggestion: v.exactOptional(SUGGESTION),
});
