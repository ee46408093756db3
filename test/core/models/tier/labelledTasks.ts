import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tier } from '../../../../src/core/models/modelInfo.ts';

export type LabelledTask = { task: string; tier: Tier; scopeTokens?: number };

export const TASKS_FILE = join(import.meta.dirname, '../../../fixtures/tiers/tasks.jsonl');

export const LABELLED_TASKS: readonly LabelledTask[] = readLabelledTasks(TASKS_FILE);

export function readLabelledTasks(path: string): LabelledTask[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledTask);
}
