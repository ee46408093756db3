import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatPlural } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Logs = NonNullable<ViewOf<'cost'>['logs']>;

/** Where the reading of logs is, what the user should know of it, and what to do where there are none. */
export function renderLogs(logs: Logs | undefined, send: Send): TemplateResult {
  if (logs === undefined)
    return html`<p role="status">${translate('Reading the logs of coding agents…')}</p>`;
  const { progress, notices, files } = logs;
  return html`
    ${progress === undefined ? nothing : renderProgress(progress)}
    ${notices.map((notice) => html`<p class="notice">${notice}</p>`)}
    ${files > 0 ? nothing : html`<div class="actions"><vscode-button appearance="secondary" @click=${() => send({ type: 'openUsageSettings' })}>${translate('Open Usage Settings')}</vscode-button></div>`}
  `;
}

function renderProgress({ done, of }: NonNullable<Logs['progress']>): TemplateResult {
  return html`
    <p role="status">${translate('Reading {0} of {1}…', formatInteger(done), formatPlural(of, 'log'))}</p>
    <progress max=${of} .value=${done} aria-hidden="true"></progress>
  `;
}
