import { amountOf } from '../budget/budget.ts';
import { formatAmount, nameBudget } from '../budget/nameBudget.ts';
import { CHECKLIST_ITEMS, CHECKLIST_TITLES, type ChecklistId } from '../checklist/checklistItems.ts';
import type { CheckedItem } from '../checklist/evaluateChecklist.ts';
import type { CheckState } from '../checklist/verdict.ts';
import { formatInteger, formatShare, formatUsd } from '../format.ts';
import { translate } from '../translate.ts';
import type { MonthlyReview, SpendLine } from './monthlyReview.ts';

/** The review as Markdown, to be kept or sent around. */
export function renderMonthlyReview(review: MonthlyReview): string {
  const { month, total } = review;
  const paragraphs = [
    `# ${translate('Monthly review {0}', month)}`,
    ...renderTotal(review),
    ...renderTable(translate('Tier'), review.tiers, total, 0),
    ...renderTable(translate('Model'), review.models, total, review.moreModels),
    ...renderTable(translate('Project'), review.projects, total, review.moreProjects),
    ...renderBudgets(review),
    ...(['review', 'setup'] as const).flatMap((list) => renderChecks(list, review.checks)),
    translate(
      'From the logs of coding agents on this machine; costs are list prices (API-equivalent). Requests of tools that keep no logs are not in it.',
    ),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function renderTotal({ total, before, facts }: MonthlyReview): string[] {
  const lines = [
    translate('Cost: {0}', formatUsd(total.requests === 0 ? 0 : total.costUsd)),
    ...(before === undefined ? [] : [translate('Cost of the month before: {0}', formatUsd(before.costUsd))]),
    translate('Requests: {0}', formatInteger(total.requests)),
    ...(total.unpricedRequests === 0
      ? []
      : [translate('Requests without a known price: {0}', formatInteger(total.unpricedRequests))]),
    translate('Input from a cache: {0} (target: above 80 %)', formatShare(facts.cacheHitRate)),
    translate('Requests to models for thinking: {0} (target: below 20 %)', formatShare(facts.thinkShare)),
  ];
  return [lines.map((line) => `- ${line}`).join('\n')];
}

function renderTable(title: string, lines: readonly SpendLine[], total: SpendLine, more: number): string[] {
  if (lines.length === 0) return [];
  const head = [title, translate('Cost'), translate('Of the cost'), translate('Requests')];
  const rows = lines.map(({ name, costUsd, requests }) => [
    name === '' ? translate('unknown') : escapeCell(name),
    formatUsd(costUsd),
    formatShare(shareOf(costUsd, total.costUsd)),
    formatInteger(requests),
  ]);
  const table = [head, ['---', '---:', '---:', '---:'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    `## ${title}`,
    table.join('\n'),
    ...(more === 0 ? [] : [translate('Not listed: {0} more.', formatInteger(more))]),
  ];
}

function renderBudgets({ budgets }: MonthlyReview): string[] {
  const lines = budgets.map(({ budget, periods, over }) => {
    const name = `${escapeCell(nameBudget(budget, 'each'))}, ${formatAmount(amountOf(budget), budget.unit)}`;
    return over === 0
      ? translate('{0}: held in all {1} periods', name, formatInteger(periods))
      : translate('{0}: exceeded in {1} of {2} periods', name, formatInteger(over), formatInteger(periods));
  });
  return [
    `## ${translate('Budgets')}`,
    lines.length === 0
      ? translate('No budget for a period is set.')
      : lines.map((line) => `- ${line}`).join('\n'),
  ];
}

const MARKS: Record<CheckState, string> = { done: '[x]', open: '[ ]', unknown: '[ ]', byHand: '[ ]' };

function renderChecks(list: ChecklistId, checks: readonly CheckedItem[]): string[] {
  const own = checks.filter(({ id }) => CHECKLIST_ITEMS[id].list === list);
  const lines = own.map(
    ({ id, state, reason }) => `- ${MARKS[state]} ${CHECKLIST_ITEMS[id].title()}: ${escapeCell(reason)}`,
  );
  return [`## ${CHECKLIST_TITLES[list]()}`, lines.join('\n')];
}

function shareOf(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;
}

/** One line that is nothing but text: no cell ends in it, no link or tag begins. */
function escapeCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|`*_[\]<>]/g, (mark) => `\\${mark}`);
}
