import { html, type TemplateResult } from 'lit';
import { formatPlural, formatUsd } from '../../src/core/format.ts';
import type { Cost } from '../snapshot.ts';
import { PERIOD_TITLES, type Show } from './renderViewChoice.ts';

/** What today, this week and this month come to so far; a click shows the period. */
export function renderSpans({ spans, view }: Cost, show: Show): TemplateResult {
  return html`
    <ul class="spans">
      ${spans.map(
        ({ period, costUsd, requests, unpricedRequests }) => html`<li>
          <button type="button" aria-pressed=${view.period === period} @click=${() => show({ period })}>
            <span>${PERIOD_TITLES[period]()}</span>
            <b>${requests === 0 && unpricedRequests === 0 ? '–' : formatUsd(costUsd)}</b>
            <small>${formatPlural(requests, 'request')}</small>
          </button>
        </li>`,
      )}
    </ul>
  `;
}
