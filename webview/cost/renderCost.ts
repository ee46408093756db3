import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../../src/core/translate.ts';
import { renderLogs } from '../renderLogs.ts';
import type { Send } from '../send.ts';
import type { Cost, ViewOf } from '../snapshot.ts';
import { renderCostChart } from './renderCostChart.ts';
import { renderCostTable } from './renderCostTable.ts';
import { renderNothing } from './renderNothing.ts';
import { renderSpans } from './renderSpans.ts';
import { renderTimeline } from './renderTimeline.ts';
import { renderTools } from './renderTools.ts';
import { renderTotals } from './renderTotals.ts';
import { renderViewChoice, type Show } from './renderViewChoice.ts';

/** What coding agents have really spent, from their logs: chosen, summed, drawn and told apart. */
export function renderCost(view: ViewOf<'cost'>, send: Send): TemplateResult {
  const { logs, cost, isReadingSessions } = view;
  return html`
    <section class="cost" aria-labelledby="cost-title">
      <h2 id="cost-title">${translate('Cost, from logs')}</h2>
      ${renderLogs(logs, send)}
      ${logs === undefined || cost === undefined || hasNothing(logs, cost) ? nothing : renderKnown(cost, isReadingSessions, send)}
    </section>
  `;
}

function renderKnown(cost: Cost, isReading: boolean, send: Send): TemplateResult {
  const show: Show = (change) => send({ type: 'changeCostView', change });
  return html`
    ${renderSpans(cost, show)}
    ${renderViewChoice(cost, show)}
    ${isEmpty(cost) ? renderNothing(cost, show) : html`${renderTotals(cost)}${renderCostChart(cost, show)}`}
    ${cost.timeline === undefined ? nothing : renderTimeline(cost.timeline, show)}
    ${cost.tables.map((table) => renderCostTable(table, cost, show))}
    ${renderTools(cost, isReading, () => send({ type: 'readToolCalls' }))}
    <p class="quality">${translate('From the logs that coding agents keep on this machine; costs are list prices of the day of each call (API-equivalent): a subscription is billed otherwise.')}</p>
  `;
}

function isEmpty({ total }: Cost): boolean {
  return total.requests === 0 && total.unpricedRequests === 0;
}

function hasNothing({ files }: NonNullable<ViewOf<'cost'>['logs']>, { view, total }: Cost): boolean {
  return (
    files === 0 && total.requests === 0 && Object.keys(view.filters).length === 0 && view.period === '30days'
  );
}
