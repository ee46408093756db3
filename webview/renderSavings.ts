import { html, nothing, type TemplateResult } from 'lit';
import {
  formatInteger,
  formatPlural,
  formatShare,
  formatTime,
  formatTokens,
  formatUsd,
  markEstimate,
} from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { Snapshot, ViewOf } from './snapshot.ts';

type Builder = ViewOf<'now'>['builder'];
type Amount = NonNullable<Builder['workspace']>;
type Copy = Builder['copies'][number];

/** Before and after: what would be sent without a scope, and what was copied so far. */
export function renderSavings(builder: Builder, rows: Snapshot['rows'], send: Send): TemplateResult {
  const { workspace, openFiles, copies } = builder;
  const scope = rows.find(({ subject }) => subject === 'scope');
  return html`
    <section class="savings" aria-labelledby="savings-title">
      <h2 id="savings-title">${translate('Before and after')}</h2>
      <table>
        <thead><tr>${[translate('What'), translate('Tokens'), translate('Cost'), translate('Saved')].map(renderHead)}</tr></thead>
        <tbody>
          ${renderAmount(translate('Workspace'), workspace, scope?.count?.tokens)}
          ${renderAmount(translate('Open'), openFiles, scope?.count?.tokens)}
          ${
            scope?.count === undefined
              ? nothing
              : html`<tr><th scope="row">${translate('Scope ({0})', scope.name)}</th><td>${formatTokens(scope.count)}</td><td>${markEstimate(formatUsd(scope.costUsd), scope.count)}</td><td></td></tr>`
          }
        </tbody>
      </table>
      ${copies.length === 0 ? nothing : renderCopies(copies, send)}
    </section>
  `;
}

function renderAmount(
  title: string,
  amount: Amount | undefined,
  scopeTokens: number | undefined,
): TemplateResult {
  if (amount === undefined)
    return html`<tr><th scope="row">${title}</th><td colspan="3">${translate('not counted yet')}</td></tr>`;
  const { files, count, costUsd } = amount;
  return html`<tr>
    <th scope="row">${title} (${formatPlural(files, 'file')})</th><td>${formatTokens(count)}</td>
    <td>${markEstimate(formatUsd(costUsd), count)}</td><td>${formatSaving(scopeTokens, count.tokens)}</td>
  </tr>`;
}

function renderCopies(copies: readonly Copy[], send: Send): TemplateResult {
  return html`
    <details>
      <summary>${translate('Copied so far ({0})', copies.length)}</summary>
      <table>
        <thead><tr>${[translate('What'), translate('Before'), translate('After'), translate('Saved')].map(renderHead)}</tr></thead>
        <tbody>${copies.map(renderCopy)}</tbody>
      </table>
      <vscode-button appearance="secondary" @click=${() => send({ type: 'clearHistory' })}>${translate('Clear History')}</vscode-button>
    </details>
  `;
}

/** Before: the whole workspace, as it was then. */
function renderCopy(copy: Copy): TemplateResult {
  const { timestampMs, exit, fileCount, tokens, costUsd, workspaceTokens, modelLabel, redacted, items } =
    copy;
  const when = formatTime(timestampMs);
  const files = formatPlural(fileCount, 'file');
  const what = nameExit(exit, files);
  return html`<tr title=${items.join('\n')}>
    <th scope="row">${what}${redacted === 0 ? '' : ` · ${translate('{0} redacted', redacted)}`}<small>${when}</small></th>
    <td>${workspaceTokens === undefined ? translate('unknown') : markEstimate(formatInteger(workspaceTokens), copy)}</td>
    <td>${formatTokens(copy)}<small>${markEstimate(formatUsd(costUsd), copy)} · ${modelLabel}</small></td>
    <td>${formatSaving(tokens, workspaceTokens)}</td>
  </tr>`;
}

function renderHead(title: string): TemplateResult {
  return html`<th scope="col">${title}</th>`;
}

function formatSaving(tokens: number | undefined, ofTokens: number | undefined): string {
  if (tokens === undefined || ofTokens === undefined || ofTokens === 0 || tokens > ofTokens) return '–';
  return formatShare(1 - tokens / ofTokens);
}

function nameExit(exit: string, files: string): string {
  if (exit === 'Referenced') return translate('Pointed to {0}', files);
  return exit === 'Saved' ? translate('Saved {0}', files) : translate('Copied {0}', files);
}
