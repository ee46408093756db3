import { html, nothing, type TemplateResult } from 'lit';
import {
  formatAccuracy,
  formatBand,
  formatPricesAge,
  formatShare,
  formatTokensBare,
  formatUsd,
  markEstimate,
} from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import { renderAdvice } from './renderAdvice.ts';
import { renderUseBudgets } from './renderBudgets.ts';
import { renderChecklist } from './renderChecklist.ts';
import { renderInstructions } from './renderInstructions.ts';
import { renderSavings } from './renderSavings.ts';
import { renderScope } from './renderScope.ts';
import { renderSuggestion } from './renderSuggestion.ts';
import { renderTask } from './renderTask.ts';
import { renderTier } from './renderTier.ts';
import { renderVariants } from './renderVariants.ts';
import type { Send } from './send.ts';
import type { Snapshot, ViewOf } from './snapshot.ts';

type Meter = Omit<Snapshot, 'view'>;
type Row = Meter['rows'][number];

const SUBJECT_TITLES: Record<Row['subject'], () => string> = {
  file: () => translate('File'),
  selection: () => translate('Selection'),
  scope: () => translate('Scope'),
};

/** What the next request will cost, and the means to make it smaller. */
export function renderNow(
  { builder, tier, advice, instructions, checklist, variants, budgets }: ViewOf<'now'>,
  meter: Meter,
  send: Send,
): TemplateResult {
  const { rows } = meter;
  const hasScope = rows.some((row) => row.subject === 'scope');
  return html`
    ${rows.length === 0 ? renderEmpty() : html`<section class="rows">${rows.map(renderRow)}</section>`}
    ${renderUseBudgets(budgets, send)}
    <div class="actions">
      <vscode-button @click=${() => send({ type: 'copyScope' })}>${translate('Copy Scoped Context')}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'addActive' })}>${translate('Add File to Scope')}</vscode-button>
      ${hasScope ? html`<vscode-button appearance="secondary" @click=${() => send({ type: 'clearScope' })}>${translate('Clear Scope')}</vscode-button>` : nothing}
    </div>
    ${renderAdvice(advice, send)}
    ${renderInstructions(instructions, send)}
    ${renderScope(builder, send)}
    ${renderTask(builder, send)}
    ${renderSuggestion(builder, send)}
    ${renderTier(tier, send)}
    ${renderChecklist(checklist, send)}
    ${renderSavings(builder, rows, send)}
    ${renderVariants(variants, send)}
    ${renderSource(meter)}
  `;
}

function renderEmpty(): TemplateResult {
  return html`<p class="empty">${translate('Nothing to count yet. Open a file, or add files to the scope from the explorer.')}</p>`;
}

function renderRow({ subject, name, count, costUsd, windowShare }: Row): TemplateResult {
  const title = SUBJECT_TITLES[subject]();
  return html`
    <article class="row" aria-label=${title} data-subject=${subject}>
      <h3>${title}<span class="name" title=${name}>${name}</span></h3>
      ${
        count === undefined
          ? html`<p class="tokens" role="status">${translate('counting…')}</p>`
          : html`
            <p class="tokens"><b>${formatTokensBare(count)}</b> ${count.tokens === 1 ? translate('token') : translate('tokens')} ${formatBand(count)}</p>
            <dl>
              <div><dt>${translate('Input cost')}</dt><dd>${markEstimate(formatUsd(costUsd), count)}</dd></div>
              <div><dt>${translate('Of window')}</dt><dd>${markEstimate(formatShare(windowShare), count)}</dd></div>
            </dl>
            ${renderShare(windowShare)}
          `
      }
    </article>
  `;
}

/** A bar beside the number, never instead of it: the text above says the same. */
function renderShare(share: number | undefined): TemplateResult | typeof nothing {
  if (share === undefined) return nothing;
  return html`<progress max="1" .value=${Math.min(share, 1)} class=${share > 1 ? 'over' : ''} aria-hidden="true"></progress>`;
}

function renderSource({ rows, encoding, pricesDate, pricesAgeDays }: Meter): TemplateResult {
  const count = rows.find((row) => row.count !== undefined)?.count;
  const counted = count === undefined ? encoding : `${encoding} · ${formatAccuracy(count)}`;
  return html`<footer>${translate('{0} · {1} · input only, without cache', counted, formatPricesAge(pricesDate, pricesAgeDays))}</footer>`;
}
