import { html, nothing, type TemplateResult } from 'lit';
import { formatChange, formatInteger, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { nameRange } from '../nameRange.ts';
import type { Cost } from '../snapshot.ts';

/** What the period comes to, beside the one before. */
export function renderTotals({ total, previous, range }: Cost): TemplateResult {
  const { costUsd, requests, unpricedRequests } = total;
  return html`
    <div class="totals">
      <p class="amount"><b>${requests === 0 && costUsd === undefined ? '–' : formatUsd(costUsd)}</b> ${translate('API-equivalent, {0}', nameRange(range))}</p>
      ${previous === undefined ? nothing : renderComparison(total, previous)}
      <dl>
        <div><dt>${translate('Requests')}</dt><dd>${formatInteger(requests)}</dd></div>
        <div><dt>${translate('Input')}</dt><dd>${formatInteger(total.inputTokens)}</dd></div>
        <div><dt>${translate('Cache read')}</dt><dd>${formatInteger(total.cacheReadTokens)}</dd></div>
        <div><dt>${translate('Cache write')}</dt><dd>${formatInteger(total.cacheWriteTokens)}</dd></div>
        <div><dt>${translate('Output')}</dt><dd>${formatInteger(total.outputTokens)}</dd></div>
      </dl>
      ${unpricedRequests === 0 ? nothing : html`<p class="notice">${translate('Without {0} requests of models whose price is not known.', formatInteger(unpricedRequests))}</p>`}
      ${total.quality === 'reported' ? nothing : html`<p class="notice">${translate('Some logs tell only a part of what was used: it was more.')}</p>`}
    </div>
  `;
}

function renderComparison(total: Cost['total'], previous: Cost['total']): TemplateResult {
  const before = previous.requests === 0 && previous.costUsd === undefined ? 0 : previous.costUsd;
  if (before === 0) return html`<p class="before">${translate('Nothing in the period before.')}</p>`;
  const change = formatChange(total.costUsd ?? 0, before);
  return html`<p class="before">${translate('{0} against {1} in the period before', change, formatUsd(before))}</p>`;
}
