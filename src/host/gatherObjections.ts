import {
  type Objection,
  objectByBudgets,
  objectByChecklist,
  objectByRepeats,
} from '../core/checklist/copyObjections.ts';
import { countCopies, REPEATS_WITHIN_MS } from '../core/context/copyRepeats.ts';
import { hashText } from '../core/hashText.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { BudgetStore } from './budgetStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import { checklistBeforeCopy, retryCap } from './config.ts';
import type { CopyHistory } from './copyHistory.ts';
import type { Meter } from './meter.ts';
import type { Outgoing } from './outgoing.ts';

/** So long a copy waits for what the whole workspace would cost, which the checklist goes by. */
const BASELINE_WAIT_MS = 1000;

export type CopyGuards = {
  meter: Meter;
  counter: CountingWorker;
  baselines: BaselineStore;
  history: CopyHistory;
  checklist: ChecklistStore;
  budgets: BudgetStore;
};

/** What speaks against letting a text out: the checklist, a hard budget, the same context again and again. */
export async function gatherObjections(guards: CopyGuards, outgoing: Outgoing): Promise<Objection[]> {
  const copies = countCopies(guards.history.records, hashText(outgoing.text), Date.now() - REPEATS_WITHIN_MS);
  return [
    ...(await askChecklist(guards)),
    ...(await askBudgets(guards, outgoing)),
    ...objectByRepeats(copies, retryCap()),
  ];
}

async function askChecklist({ checklist, baselines }: CopyGuards): Promise<Objection[]> {
  const mode = checklistBeforeCopy();
  if (mode === 'off') return [];
  checklist.look();
  baselines.follow();
  await baselines.awaitCount(BASELINE_WAIT_MS);
  return objectByChecklist(mode, checklist.evaluate('execution'));
}

async function askBudgets(
  { budgets, meter, counter }: CopyGuards,
  { text, count, request }: Outgoing,
): Promise<Objection[]> {
  if (!budgets.hasUses) return [];
  const { tokenizer } = meter.model;
  const counted = count ?? (await counter.ask({ ask: 'text', encoding: tokenizer.encoding, text }));
  const states = budgets.usesOf(countForModel(counted, tokenizer));
  // What is open or selected is no scope.
  return objectByBudgets(states.filter(({ budget }) => request !== undefined || budget.kind !== 'scope'));
}
