import { l10n } from 'vscode';
import { isOfCopies } from '../core/budget/currentUse.ts';
import { nameBudget } from '../core/budget/nameBudget.ts';
import { missingFields, TASK_TITLES, type Task } from '../core/context/task.ts';
import { priceOn } from '../core/cost/priceOn.ts';
import { formatShare } from '../core/format.ts';
import { countForModel, type TextCount } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { BudgetStore } from './budgetStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import { confirmCopy } from './confirmCopy.ts';
import type { CopyHistory } from './copyHistory.ts';
import { reportGates } from './gateReport.ts';
import { gatherObjections } from './gatherObjections.ts';
import { type Exit, type HandedOut, handOut } from './handOut.ts';
import { type Log, runReported } from './log.ts';
import type { Meter } from './meter.ts';
import type { OpenFiles } from './openFiles.ts';
import { type Outgoing, readOutgoing, readWithout } from './outgoing.ts';
import { countBaseline, recordCopy } from './recordCopy.ts';
import type { ScopeStore } from './scopeStore.ts';
import { tellHandedOut } from './tellHandedOut.ts';
import type { TierAdvice } from './tierAdvice.ts';
import { describeCheaperTier } from './tierWords.ts';

/** What the commands that let a scope out work with. */
export type ScopeExits = {
  store: ScopeStore;
  meter: Meter;
  advice: TierAdvice;
  counter: CountingWorker;
  baselines: BaselineStore;
  openFiles: OpenFiles;
  history: CopyHistory;
  checklist: ChecklistStore;
  budgets: BudgetStore;
  log: Log;
};

const VERBS = { clipboard: 'Copied', file: 'Saved' } as const;

/** Sends the scope out; with an empty one the selection or the open file, and says so. */
export async function copyScope(exits: ScopeExits, exit: Exit = { to: 'clipboard' }): Promise<void> {
  const outgoing = await readOutgoing(exits.store, exits.meter, exits.counter);
  if (outgoing === undefined) return;
  // What is only looked at costs nothing.
  if (exit.to !== 'editor' && !(await confirmCopy(await gatherObjections(exits, outgoing)))) return;
  await sendOut(exits, outgoing, exit);
}

async function sendOut(exits: ScopeExits, outgoing: Outgoing, exit: Exit, keep = false): Promise<void> {
  const { model } = exits.meter;
  const passes = keep ? { keepSecrets: true, keepInvisible: true } : {};
  const handedOut = await handOut(outgoing.text, exit, model.tokenizer.encoding, exits.counter, passes);
  const isScope = outgoing.request !== undefined;
  const baseline = await countBaseline(exits);
  tellHandedOut(outgoing.what, handedOut, model, {
    wasKept: keep,
    ...(isScope && {
      workspaceTokens: baseline.workspaceTokens,
      warnings: [
        ...suggestCheaper(exits, handedOut),
        ...describeBudgets(exits, handedOut.count),
        ...describeMissing(exits.store.task),
      ],
    }),
  });
  // What is only looked at has not been sent.
  if (exit.to !== 'editor') {
    const { count: counted, secrets } = handedOut;
    const redacted = keep ? 0 : secrets.length;
    await recordCopy(exits, outgoing, { exit: VERBS[exit.to], counted, redacted }, baseline);
  }
  // Not awaited: the text has left, however long the question stays on the screen.
  if (!keep) void runReported(exits.log, () => offerChoices(exits, outgoing, exit, handedOut));
}

async function offerChoices(
  exits: ScopeExits,
  outgoing: Outgoing,
  exit: Exit,
  handedOut: HandedOut,
): Promise<void> {
  const choice = await reportGates(handedOut, outgoing.places, exit);
  if (choice === undefined) return;
  if ('keep' in choice) return sendOut(exits, outgoing, exit, true);
  const { request } = outgoing;
  const rest = request && (await readWithout(request, choice.drop, exits.counter));
  if (rest !== undefined) await sendOut(exits, rest, exit);
}

/** Words for a cheaper way to the same. */
function suggestCheaper({ meter, advice }: ScopeExits, { count: counted }: HandedOut): string[] {
  const tier = advice.current;
  if (tier === undefined) return [];
  const { costUsd } = priceOn(meter.model, counted, meter.model);
  return describeCheaperTier(tier, counted, costUsd, meter);
}

/** Budgets of the scope and of a copy that are nearly or wholly used up. */
export function describeBudgets({ meter, budgets }: ScopeExits, count: TextCount): string[] {
  if (!budgets.hasUses) return [];
  const states = budgets.usesOf(countForModel(count, meter.model.tokenizer));
  return states.flatMap(({ budget, level, share }) =>
    isOfCopies(budget) && (level === 'near' || level === 'over')
      ? [l10n.t('{0} of the budget “{1}”', formatShare(share), nameBudget(budget))]
      : [],
  );
}

/** The words of what a task should have and has not: all of it, or some fields. */
function describeMissing(task: Task): string[] {
  if (Object.values(task).every((field) => field.trim() === '')) return [l10n.t('no task')];
  const missing = missingFields(task).map((field) => `“${translate(TASK_TITLES[field])}”`);
  return missing.length === 0 ? [] : [l10n.t('task without {0}', missing.join(', '))];
}
