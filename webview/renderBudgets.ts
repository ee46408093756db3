import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatPlural, formatShare, formatUsd } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Row = ViewOf<'cost'>['budgets'][number];

const LEVEL_WORDS: Record<Row['level'], () => string> = {
  unknown: () => translate('not known yet'),
  held: () => translate('held'),
  near: () => translate('nearly used up'),
  over: () => translate('exceeded'),
};

/** Budgets of periods with what may come, for the head of the Cost tab; without any, the way to set one. */
export function renderBudgets(
  { budgets: rows, areBudgetsPending }: ViewOf<'cost'>,
  send: Send,
): TemplateResult {
  return html`
    <section class="budgets" aria-labelledby="budgets-title">
      <div class="heading">
        <h2 id="budgets-title">${translate('Budgets')}</h2>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'setBudgets' })}>${translate('Set Budgets')}</vscode-button>
      </div>
      ${
        rows.length === 0
          ? html`<p class="before">${areBudgetsPending ? translate('What was spent is still being read.') : translate('No budget for a day, a week or a month is set.')}</p>`
          : html`
            ${renderRows(rows, send)}
            <p class="quality">${translate(
              'Expected: the mean of the last 28 whole days for each day that is left; 4 times of 5 it ends in the range. Weekdays are not told apart. What other tools send cannot be stopped from here.',
            )}</p>
          `
      }
    </section>
  `;
}

/** Budgets of the scope and of single operations, for the Now tab; nothing without any. */
export function renderUseBudgets(rows: readonly Row[], send: Send): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<section class="budgets" aria-label=${translate('Budgets')}>${renderRows(rows, send)}</section>`;
}

function renderRows(rows: readonly Row[], send: Send): TemplateResult {
  return html`<ul class="budget-rows">${rows.map((row) => renderRow(row, send))}</ul>`;
}

function renderRow(row: Row, send: Send): TemplateResult {
  const { key, name, used, amount, level, unpricedRequests, isMuted } = row;
  // Nobody is told of what is held.
  const isHeld = !isMuted && (level === 'held' || level === 'unknown');
  const share = used === undefined ? undefined : used / amount;
  const remarks = [
    ...describeProjection(row),
    ...(unpricedRequests === 0
      ? []
      : [translate('Without requests that have no known price: {0}.', formatInteger(unpricedRequests))]),
    ...(isMuted ? [translate('Alerts are off.')] : []),
  ];
  return html`
    <li data-level=${level}>
      <span class="name" title=${name}>${name}</span>
      <span class="budget-level">${LEVEL_WORDS[level]()}</span>
      <span class="budget-used">${describeUse(row)}${share === undefined ? nothing : ` · ${formatShare(share)}`}</span>
      <progress max="1" .value=${Math.min(share ?? 0, 1)} class=${level === 'over' ? 'over' : ''} aria-hidden="true"></progress>
      ${remarks.map((remark) => html`<span class="budget-note">${remark}</span>`)}
      ${isHeld ? nothing : html`<button type="button" class="link" @click=${() => send({ type: 'muteBudget', key, isMuted: !isMuted })}>${isMuted ? translate('Turn Alerts On') : translate('Turn Alerts Off')}</button>`}
    </li>
  `;
}

function describeUse({ used, amount, unit }: Row): string {
  const limit = unit === 'usd' ? formatUsd(amount) : formatPlural(amount, 'token');
  if (used === undefined) return translate('unknown of {0}', limit);
  return translate('{0} of {1}', unit === 'usd' ? formatUsd(used) : formatInteger(used), limit);
}

function describeProjection({ projection }: Row): string[] {
  if (projection === undefined) return [];
  const { expected, low, high } = projection;
  return [
    translate('Expected at its end: {0} ({1} to {2})', formatUsd(expected), formatUsd(low), formatUsd(high)),
  ];
}
