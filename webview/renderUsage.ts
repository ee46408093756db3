import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatPlural, formatUsd } from '../src/core/format.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Usage = NonNullable<ViewOf<'cost'>['usage']>;
type Entry = Usage['days'][number];

const QUALITY_WORDS = {
  reported: 'reported',
  'reported-partial': 'partly reported',
  estimated: 'estimated',
} as const;

/** What coding agents have really used, from their logs, and how well the logs tell. */
export function renderUsage(usage: Usage | undefined, send: Send): TemplateResult {
  return html`
    <section class="usage" aria-labelledby="usage-title">
      <h2 id="usage-title">Usage from logs</h2>
      ${usage === undefined ? html`<p role="status">Reading the logs of coding agents…</p>` : renderRead(usage, send)}
    </section>
  `;
}

function renderRead(usage: Usage, send: Send): TemplateResult {
  const { periods, days, months, models, sources, notices, files, progress } = usage;
  return html`
    ${progress === undefined ? nothing : html`<p role="status">Reading ${formatInteger(progress.done)} of ${formatPlural(progress.of, 'log')}…</p>`}
    ${notices.map((notice) => html`<p class="notice">${notice}</p>`)}
    ${
      files === 0
        ? nothing
        : renderTable(
            'Period',
            periods.map(({ total }) => total),
          )
    }
    ${days.length === 0 ? nothing : html`<details><summary>By day</summary>${renderTable('Day', days)}</details>`}
    ${months.length === 0 ? nothing : html`<details><summary>By month</summary>${renderTable('Month', months)}</details>`}
    ${models.length === 0 ? nothing : html`<details><summary>By model</summary>${renderTable('Model', models)}</details>`}
    ${sources.length === 0 ? nothing : html`<details><summary>By source</summary>${renderTable('Source', sources)}</details>`}
    ${renderQuality(usage)}
    <div class="actions">
      <vscode-button appearance="secondary" @click=${() => send({ type: 'exportUsage' })}>Export…</vscode-button>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'rebuildUsage' })}>Rebuild</vscode-button>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'deleteUsage' })}>Delete All Data…</vscode-button>
    </div>
  `;
}

function renderTable(title: string, entries: readonly Entry[]): TemplateResult {
  return html`
    <table>
      <thead><tr><th>${title}</th><th>Cost</th><th>Requests</th><th>Input</th><th>Cache read</th><th>Cache write</th><th>Output</th><th>Quality</th></tr></thead>
      <tbody>${entries.map(renderEntry)}</tbody>
    </table>
  `;
}

function renderEntry(entry: Entry): TemplateResult {
  const { key, costUsd, requests, unpricedRequests, quality } = entry;
  const remarks = [
    QUALITY_WORDS[quality],
    unpricedRequests === 0 ? '' : `${formatInteger(unpricedRequests)} unpriced`,
  ].filter((remark) => remark !== '');
  return html`<tr title=${remarks.join(', ')}>
    <th>${key}</th>
    <td>${requests === 0 && costUsd === undefined ? '–' : formatUsd(costUsd)}</td>
    <td>${formatInteger(requests)}</td>
    <td>${formatInteger(entry.inputTokens)}</td>
    <td>${formatInteger(entry.cacheReadTokens)}</td>
    <td>${formatInteger(entry.cacheWriteTokens)}</td>
    <td>${formatInteger(entry.outputTokens)}</td>
    <td>${remarks.join(', ')}</td>
  </tr>`;
}

/** Which numbers to believe: what was read, and what could not be. */
function renderQuality({ files, skips, qualities }: Usage): TemplateResult {
  const calls = Object.entries(qualities).map(
    ([quality, count]) => `${formatInteger(count)} calls ${quality}`,
  );
  const skipped = skips.map(({ reason, count }) => `${formatInteger(count)} × ${reason}`).join(', ');
  return html`<p class="quality">
    ${[`${formatPlural(files, 'log')} read`, ...calls].join(', ')}${skipped === '' ? '' : `; skipped: ${skipped}`}. Costs are list prices (API-equivalent): a subscription
    is billed otherwise. Claude Code deletes its logs after 30 days; what was read is kept here.
  </p>`;
}
