import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { periodAround } from '../core/budget/budgetPeriod.ts';
import { countHeld } from '../core/budget/heldPeriods.ts';
import { sumUsageFacts } from '../core/checklist/usageFacts.ts';
import { formatMonth } from '../core/format.ts';
import { buildMonthlyReview, type MonthlyReview } from '../core/review/monthlyReview.ts';
import { renderMonthlyReview } from '../core/review/renderMonthlyReview.ts';
import { addDays, startOfUnit } from '../core/usage/days.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import type { BudgetStore } from './budgetStore.ts';
import type { ChecklistStore } from './checklistStore.ts';
import type { UsageStore } from './usageStore.ts';

const MONTHS_OFFERED = 6;
const DAYS_OF_A_WEEK = 7;

/** Fills the review of a month from the ledger, and opens it or saves it as Markdown. */
export async function reviewMonth(
  usage: UsageStore,
  budgets: BudgetStore,
  checklist: ChecklistStore,
): Promise<void> {
  const chosen = await window.showQuickPick(listMonths(), { title: l10n.t('Review which month?') });
  if (chosen === undefined) return;
  const { label, month } = chosen;
  const [open, save] = [l10n.t('Open as Markdown'), l10n.t('Save as Markdown…')];
  const way = await window.showQuickPick([open, save], { title: l10n.t('Monthly review {0}', label) });
  if (way === undefined) return;
  const location = ProgressLocation.Window;
  const text = await window.withProgress({ location, title: l10n.t('Reading the logs') }, async () =>
    renderMonthlyReview(await gatherReview(month, usage, budgets, checklist)),
  );
  if (way === open) await openText(text);
  else await saveText(text, month);
}

/** The current month comes first. */
function listMonths(): { label: string; month: string }[] {
  const months: { label: string; month: string }[] = [];
  let day = createDayOf()(Date.now());
  for (let left = MONTHS_OFFERED; left > 0; left -= 1) {
    months.push({ label: formatMonth(day), month: day.slice(0, 7) });
    day = addDays(startOfUnit(day, 'month'), -1);
  }
  return months;
}

async function gatherReview(
  month: string,
  usage: UsageStore,
  budgets: BudgetStore,
  checklist: ChecklistStore,
): Promise<MonthlyReview> {
  await usage.ask({ ask: 'refresh' });
  const range = periodAround('month', `${month}-01`);
  const last = periodAround('month', addDays(range.since, -1));
  const [models, projects, before, spends] = await Promise.all([
    usage.ask({ ask: 'rows', by: 'model', filter: range }),
    usage.ask({ ask: 'rows', by: 'project', filter: range }),
    usage.ask({ ask: 'rows', by: 'model', filter: last }),
    usage.ask({ ask: 'spend', since: addDays(range.since, -DAYS_OF_A_WEEK) }),
  ]);
  const facts = sumUsageFacts(models, before);
  const today = createDayOf()(Date.now());
  const known = { since: range.since, until: range.until < today ? range.until : today };
  return buildMonthlyReview({
    month,
    models,
    projects,
    before,
    facts,
    budgets: budgets.budgets.flatMap((budget) =>
      budget.kind === 'period' ? [countHeld(budget, spends, known)] : [],
    ),
    checks: (['review', 'setup'] as const).flatMap((list) =>
      checklist.evaluate(list, { usage: facts, month }),
    ),
  });
}

async function openText(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'markdown' }));
}

async function saveText(text: string, month: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    title: l10n.t('Save Monthly Review'),
    filters: { Markdown: ['md'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, `token-review-${month}.md`) }),
  });
  if (uri !== undefined) await workspace.fs.writeFile(uri, Buffer.from(text));
}
