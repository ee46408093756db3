import { inputCostUsd } from '../core/cost/inputCostUsd.ts';
import { hashText } from '../core/hashText.ts';
import { countForModel, type TextCount } from '../core/tokens/tokenCount.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import type { CopyHistory } from './copyHistory.ts';
import type { Meter } from './meter.ts';
import type { OpenFiles } from './openFiles.ts';
import type { Outgoing } from './outgoing.ts';

/** So long a copy waits for what the whole workspace would cost. */
const BASELINE_WAIT_MS = 1000;

type Recorders = {
  meter: Meter;
  baselines: BaselineStore;
  openFiles: OpenFiles;
  history: CopyHistory;
  checklist: ChecklistStore;
};

export type BaselineTokens = { workspaceTokens?: number; openFilesTokens?: number };

/** What would have been sent without a scope. The first count of a large workspace is not waited for. */
export async function countBaseline({ meter, baselines, openFiles }: Recorders): Promise<BaselineTokens> {
  baselines.follow();
  openFiles.follow();
  const workspace = await baselines.awaitCount(BASELINE_WAIT_MS);
  const { tokenizer } = meter.model;
  const tokensOf = ({ count }: { count: TextCount }) => countForModel(count, tokenizer).tokens;
  return {
    ...(workspace !== undefined && { workspaceTokens: tokensOf(workspace) }),
    ...(openFiles.current !== undefined && { openFilesTokens: tokensOf(openFiles.current) }),
  };
}

/** Keeps in the history what has left: totals and names. `counted` is what a model reads of it. */
export async function recordCopy(
  { meter, history, checklist }: Recorders,
  { text, fileCount, places, what, stable }: Outgoing,
  { exit, counted, redacted }: { exit: string; counted: TextCount; redacted: number },
  baseline: BaselineTokens,
): Promise<void> {
  const { model } = meter;
  const count = countForModel(counted, model.tokenizer);
  const costUsd = inputCostUsd(count.tokens, model.price);
  await history.add({
    timestampMs: Date.now(),
    exit,
    fileCount,
    ...count,
    ...(costUsd !== undefined && { costUsd }),
    modelLabel: model.label,
    ...baseline,
    redacted,
    items: places.length === 0 ? [what] : places.map(({ label }) => label),
    ...(stable !== undefined && { stableTokens: stable.tokens, stableHash: stable.hash }),
    contextHash: hashText(text),
    taskHash: checklist.taskHash,
  });
}
