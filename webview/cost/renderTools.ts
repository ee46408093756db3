import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatName } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import type { Cost } from '../snapshot.ts';

type Tools = NonNullable<Cost['tools']>;
type Row = Tools['rows'][number];

/** What calls of tools have put into contexts. Logs do not price them: their results are paid for as input, once written and with each call again. */
export function renderTools({ tools, view }: Cost, isReading: boolean, read: () => void): TemplateResult {
  return html`
    <details open>
      <summary><h3>${translate('Tool')}</h3></summary>
      ${tools === undefined ? nothing : renderTable(tools)}
      ${
        view.filters.model === undefined && view.filters.tier === undefined
          ? nothing
          : html`<p class="before">${translate('Calls of tools are not told apart by model: these are of all.')}</p>`
      }
      <p class="before">${translate('Results are paid for as input of the calls that follow. Tokens are an estimate from their size.')}</p>
      ${
        isReading
          ? html`<p role="status">${translate('Reading sessions…')}</p>`
          : html`<div class="actions"><vscode-button appearance="secondary" @click=${read}>${tools === undefined ? translate('Read Calls of Tools') : translate('Read Again')}</vscode-button></div>`
      }
    </details>
  `;
}

function renderTable({ rows, rest }: Tools): TemplateResult {
  if (rows.length === 0) return html`<p class="empty">${translate('No calls of tools here.')}</p>`;
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${translate('Tool')}>
      <table>
        <thead><tr>
          <th scope="col">${translate('Tool')}</th><th scope="col">${translate('Calls')}</th><th scope="col">${translate('Results, tokens')}</th>
          <th scope="col">${translate('Errors')}</th>
        </tr></thead>
        <tbody>
          ${rows.map((row) => renderRow(row.tool === '' ? translate('unknown') : formatName(row.tool), row))}
          ${rest === undefined ? nothing : renderRow(translate('{0} others', formatInteger(rest.count)), rest.sum)}
        </tbody>
      </table>
    </div>
  `;
}

function renderRow(name: string, { calls, resultTokens, errors }: Row): TemplateResult {
  return html`<tr>
    <th scope="row" title=${name}>${name}</th><td>${formatInteger(calls)}</td><td>≈${formatInteger(resultTokens)}</td><td>${formatInteger(errors)}</td>
  </tr>`;
}
