import * as v from 'valibot';
import { ACCURACIES, type Accuracy } from '../tokens/tokenCount.ts';

/** One copy as the history keeps it: what it came to and what was in it by name, never the content. */
export type CopyRecord = {
  timestampMs: number;
  /** In words: `Copied`, `Saved`, `Referenced`. */
  exit: string;
  fileCount: number;
  tokens: number;
  accuracy: Accuracy;
  bandPercent: number;
  /** Absent for an unpriced model. */
  costUsd?: number;
  modelLabel: string;
  /** Of the whole workspace and of all open files, for the same model; absent while unknown. */
  workspaceTokens?: number;
  openFilesTokens?: number;
  redacted: number;
  items: readonly string[];
  /** Of the very text before the gates, and of the task it was for: to know repeats. Absent in old records. */
  contextHash?: string;
  taskHash?: string;
  /** Of the part that a prompt cache can reuse: tokens, and what tells it from another one. Absent in old records, and for what is no scope. */
  stableTokens?: number;
  stableHash?: string;
};

const MAX_RECORDS = 100;
const MAX_ITEMS = 50;

/** Newest first; old ones go. */
export function addRecord(records: readonly CopyRecord[], added: CopyRecord): CopyRecord[] {
  return [{ ...added, items: added.items.slice(0, MAX_ITEMS) }, ...records].slice(0, MAX_RECORDS);
}

/** Records as they were stored; those that are none are left out. */
export function parseRecords(stored: unknown): CopyRecord[] {
  const parsed = v.safeParse(v.array(v.unknown()), stored);
  if (!parsed.success) return [];
  return parsed.output.flatMap((each) => {
    const record = v.safeParse(RECORD, each);
    return record.success ? [record.output] : [];
  });
}

const AMOUNT = v.pipe(v.number(), v.finite(), v.minValue(0));
const RECORD = v.object({
  timestampMs: AMOUNT,
  exit: v.string(),
  fileCount: AMOUNT,
  tokens: AMOUNT,
  accuracy: v.picklist(ACCURACIES),
  bandPercent: AMOUNT,
  costUsd: v.exactOptional(AMOUNT),
  modelLabel: v.string(),
  workspaceTokens: v.exactOptional(AMOUNT),
  openFilesTokens: v.exactOptional(AMOUNT),
  redacted: AMOUNT,
  items: v.array(v.string()),
  contextHash: v.exactOptional(v.string()),
  taskHash: v.exactOptional(v.string()),
  stableTokens: v.exactOptional(AMOUNT),
  stableHash: v.exactOptional(v.string()),
});
