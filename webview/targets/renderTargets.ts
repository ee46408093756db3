import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatInteger, formatName, formatPlural, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { focusChoice } from '../focusChoice.ts';
import { nameRange } from '../nameRange.ts';
import { renderLogs } from '../renderLogs.ts';
import { renderSelect } from '../renderSelect.ts';
import type { Send } from '../send.ts';
import type { Targets, ViewOf } from '../snapshot.ts';
import { renderComposition } from './renderComposition.ts';
import { renderDistribution } from './renderDistribution.ts';
import { renderKpi } from './renderKpi.ts';

const PERIOD_TITLES: Record<Targets['period'], () => string> = {
  '7days': () => translate('7 days'),
  '30days': () => translate('30 days'),
  '90days': () => translate('90 days'),
  all: () => translate('All'),
};

/** The playbook's numbers beside its targets: what was, from the logs. */
export function renderTargets(
  { logs, targets, isReadingSessions }: ViewOf<'targets'>,
  send: Send,
): TemplateResult {
  return html`
    <section class="targets" aria-labelledby="targets-title">
      <h2 id="targets-title">${translate('Targets, from logs')}</h2>
      ${renderLogs(logs, send)}
      ${logs === undefined || targets === undefined || (logs.files === 0 && targets.requests === 0) ? nothing : renderKnown(targets, isReadingSessions, send)}
    </section>
  `;
}

function renderKnown(targets: Targets, isReading: boolean, send: Send): TemplateResult {
  const { period } = targets;
  return html`
    <div class="choices">
      ${renderSelect(translate('Period'), PERIOD_TITLES, period, (chosen) => send({ type: 'setTargetPeriod', period: chosen }))}
    </div>
    ${targets.requests === 0 ? renderNothing(targets, send) : renderNumbers(targets, isReading, send)}
  `;
}

function renderNothing({ range, newestDay }: Targets, send: Send): TemplateResult {
  const showAll = (event: Event) => {
    send({ type: 'setTargetPeriod', period: 'all' });
    focusChoice(event);
  };
  return html`
    <p class="empty">${translate('No requests: {0}.', nameRange(range))}
      ${newestDay === undefined ? nothing : translate('The last one was on {0}.', formatDay(newestDay))}</p>
    ${
      newestDay === undefined
        ? nothing
        : html`<div class="actions"><vscode-button appearance="secondary" @click=${showAll}>${translate('Show All')}</vscode-button></div>`
    }
  `;
}

function renderNumbers(targets: Targets, isReading: boolean, send: Send): TemplateResult {
  const { period, range, kpis, requests, sources, untieredRequests } = targets;
  return html`
    <p class="before">${translate('{0}: {1}, logged by {2}', nameRange(range), formatPlural(requests, 'request'), sources.map(formatName).join(', '))}</p>
    ${targets.areSessionsRead ? nothing : renderReading(isReading, send)}
    <ul class="kpis">${kpis.map((kpi) => renderKpi(kpi, period !== 'all'))}</ul>
    ${renderDistribution(kpis)}
    ${renderComposition(targets)}
    ${untieredRequests === 0 ? nothing : html`<p class="notice">${translate('{0} requests were made to models whose tier is not known; they are in no share.', formatInteger(untieredRequests))}</p>`}
    ${renderModels(targets.models)}
    <p class="quality">${translate('The targets are those of the playbook for the requests of an application. Agents send a whole session with each call: read the trend rather than the colour where they are far off.')}</p>
  `;
}

/** Of many logs sessions are read only when they are asked for. */
function renderReading(isReading: boolean, send: Send): TemplateResult {
  if (isReading) return html`<p role="status">${translate('Reading sessions…')}</p>`;
  return html`
    <p class="notice">${translate('Iterations per task, retries and what prompts are made of are known once sessions were read.')}</p>
    <div class="actions"><vscode-button appearance="secondary" @click=${() => send({ type: 'readToolCalls' })}>${translate('Read Sessions')}</vscode-button></div>
  `;
}

function renderModels(models: Targets['models']): TemplateResult | typeof nothing {
  if (models.length === 0) return nothing;
  return html`
    <h3>${translate('Cost per request by model')}</h3>
    <div class="scroll" role="region" tabindex="0" aria-label=${translate('Cost per request by model')}>
      <table>
        <thead><tr><th scope="col">${translate('Model')}</th><th scope="col">${translate('Average')}</th><th scope="col">p95</th><th scope="col">${translate('Requests')}</th></tr></thead>
        <tbody>${models.map(
          ({ model, averageUsd, p95Usd, requests }) => html`<tr>
            <th scope="row" title=${model}>${model === '' ? translate('unknown') : formatName(model)}</th>
            <td>${formatUsd(averageUsd)}</td><td>${p95Usd === undefined ? '–' : formatUsd(p95Usd)}</td><td>${formatInteger(requests)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>
  `;
}
