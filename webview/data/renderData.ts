import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatInteger, formatName, formatPlural, formatTime } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderLogs } from '../renderLogs.ts';
import type { Send } from '../send.ts';
import type { ViewOf } from '../snapshot.ts';

type Data = NonNullable<ViewOf<'data'>['data']>;
type Source = Data['sources'][number];
type Logs = NonNullable<ViewOf<'data'>['logs']>;

const QUALITY_TITLES: Record<keyof Logs['qualities'], () => string> = {
  reported: () => translate('reported in full'),
  'reported-partial': () => translate('reported in part'),
  estimated: () => translate('estimated'),
};

/** What all numbers from logs stand on: where we looked, what was there, how well it tells, how long it is kept. */
export function renderData({ logs, data }: ViewOf<'data'>, send: Send): TemplateResult {
  return html`
    <section class="data" aria-labelledby="data-title">
      <h2 id="data-title">${translate('Data')}</h2>
      ${renderLogs(logs, send)}
      ${logs === undefined || data === undefined ? nothing : renderKnown(logs, data, send)}
    </section>
  `;
}

function renderKnown(logs: Logs, data: Data, send: Send): TemplateResult {
  return html`
    <h3>${translate('Sources')}</h3>
    <p class="before">${
      data.readMs === undefined
        ? translate('Another window reads the logs.')
        : translate('Last read {0}.', formatTime(data.readMs))
    }</p>
    ${renderWindows(data)}
    <div class="scroll" role="region" tabindex="0" aria-label=${translate('Sources')}>
      <table>
        <thead><tr>
          <th scope="col">${translate('Tool')}</th><th scope="col">${translate('Logs')}</th><th scope="col">${translate('Records')}</th>
          <th scope="col">${translate('Daily totals')}</th><th scope="col">${translate('Last call')}</th>
        </tr></thead>
        <tbody>${data.sources.map(renderSource)}</tbody>
      </table>
    </div>
    <details>
      <summary>${translate('Where we looked')}</summary>
      ${data.sources.map(renderPlaces)}
    </details>
    ${renderQuality(logs)}
    <h3>${translate('Kept')}</h3>
    <p>${renderRetention(data)}</p>
    ${logs.kept === undefined ? nothing : html`<p>${logs.kept}</p>`}
    <p class="before">${translate('In {0}. Tokens, times, models, folders and ids of sessions: never what was said.', formatName(data.folder))}</p>
    <div class="actions">
      <vscode-button appearance="secondary" @click=${() => send({ type: 'exportUsage' })}>${translate('Export…')}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'rebuildUsage' })}>${translate('Rebuild')}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'deleteUsage' })}>${translate('Delete All Data…')}</vscode-button>
      ${logs.files === 0 ? nothing : html`<vscode-button appearance="secondary" @click=${() => send({ type: 'openUsageSettings' })}>${translate('Open Usage Settings')}</vscode-button>`}
    </div>
  `;
}

/** Whose logs these are, where there are others than those of this system. */
function renderWindows({ windowsHomes }: Data): TemplateResult | typeof nothing {
  if (windowsHomes.length === 0) return nothing;
  const homes = windowsHomes.map(formatName).join(', ');
  return html`<p class="before">${translate('Logs of this Linux and of the Windows that it runs in: {0}.', homes)}</p>`;
}

function renderSource({ label, files, records, dailyTotals, lastMs }: Source): TemplateResult {
  return html`<tr>
    <th scope="row">${formatName(label)}</th><td>${formatInteger(files)}</td><td>${formatInteger(records)}</td>
    <td>${formatInteger(dailyTotals)}</td><td>${lastMs === undefined ? '–' : formatTime(lastMs)}</td>
  </tr>`;
}

function renderPlaces({ label, places }: Source): TemplateResult {
  return html`
    <p class="place-title">${formatName(label)}</p>
    <ul class="places">${places.map(
      ({ path, files }) =>
        html`<li>${files === 0 ? formatName(path) : translate('{0} ({1})', formatName(path), formatPlural(files, 'log'))}</li>`,
    )}</ul>
  `;
}

/** Which numbers to believe. */
function renderQuality({ qualities, skips }: Logs): TemplateResult {
  const kinds = Object.keys(QUALITY_TITLES) as (keyof Logs['qualities'])[];
  const total = kinds.reduce((sum, kind) => sum + (qualities[kind] ?? 0), 0);
  return html`
    <h3>${translate('Quality')}</h3>
    ${
      total === 0
        ? html`<p>${translate('No calls are known yet.')}</p>`
        : html`<ul class="legend">${kinds.map((kind) => html`<li data-quality=${kind}>${translate('{0} calls {1}', formatInteger(qualities[kind] ?? 0), QUALITY_TITLES[kind]())}</li>`)}</ul>`
    }
    ${
      skips.length === 0
        ? html`<p>${translate('Nothing was skipped.')}</p>`
        : html`<p>${translate('Skipped:')}</p><ul class="places">${skips.map(({ reason, count }) => html`<li>${translate('{0} × {1}', formatInteger(count), reason)}</li>`)}</ul>`
    }
  `;
}

function renderRetention({ firstDay, retentionDays }: Data): string {
  const kept = translate(
    'Single records are kept for {0} days, then they become daily totals, which stay: the sums hold them, sessions and p95 do not.',
    formatInteger(retentionDays),
  );
  return firstDay === undefined ? kept : translate('{0} Known since {1}.', kept, formatDay(firstDay));
}
