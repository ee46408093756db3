import { html, nothing, type TemplateResult } from 'lit';
import {
  formatAccuracy,
  formatBand,
  formatInteger,
  formatShare,
  formatTokensBare,
  formatUsd,
  markEstimate,
} from '../src/core/format.ts';
import type { HostMessage } from '../src/protocol/hostMessage.ts';
import { renderSavings } from './renderSavings.ts';
import { renderScope } from './renderScope.ts';
import { renderSuggestion } from './renderSuggestion.ts';
import { renderTask } from './renderTask.ts';
import { renderTier } from './renderTier.ts';
import { renderUsage } from './renderUsage.ts';
import type { Send } from './send.ts';

type Snapshot = HostMessage['snapshot'];
type Row = Snapshot['rows'][number];

const SUBJECT_TITLES: Record<Row['subject'], string> = {
  file: 'File',
  selection: 'Selection',
  scope: 'Scope',
};

/** The whole dashboard for one snapshot; before the first one it says that it waits. */
export function renderDashboard(snapshot: Snapshot | undefined, send: Send): TemplateResult {
  if (snapshot === undefined) return html`<p class="empty" role="status">Waiting for the first count…</p>`;
  const hasScope = snapshot.rows.some((row) => row.subject === 'scope');
  return html`
    <main>
      ${renderModel(snapshot, send)}
      ${snapshot.rows.length === 0 ? renderEmpty() : html`<section class="rows">${snapshot.rows.map(renderRow)}</section>`}
      <div class="actions">
        <vscode-button @click=${() => send({ type: 'copyScope' })}>Copy Scoped Context</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'addActive' })}>Add File to Scope</vscode-button>
        ${hasScope ? html`<vscode-button appearance="secondary" @click=${() => send({ type: 'clearScope' })}>Clear Scope</vscode-button>` : nothing}
      </div>
      ${renderScope(snapshot.builder, send)}
      ${renderTask(snapshot.builder, send)}
      ${renderSuggestion(snapshot.builder, send)}
      ${renderTier(snapshot.tier, send)}
      ${renderSavings(snapshot, send)}
      ${renderUsage(snapshot.usage, send)}
      ${renderSource(snapshot)}
    </main>
  `;
}

function renderModel({ model }: Snapshot, send: Send): TemplateResult {
  const window = model.contextWindow === undefined ? 'unknown' : formatInteger(model.contextWindow);
  const price = model.inputPricePerMillion;
  return html`
    <header>
      <div class="model">
        <h2>${model.label}</h2>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'chooseModel' })}>Change Model</vscode-button>
      </div>
      <p>${price === undefined ? 'unpriced' : `${formatUsd(price)} per million input tokens`}</p>
      <p>Context window: ${window}${model.contextWindow === undefined ? '' : ' tokens'}</p>
    </header>
  `;
}

function renderEmpty(): TemplateResult {
  return html`<p class="empty">Nothing to count yet. Open a file, or add files to the scope from the explorer.</p>`;
}

function renderRow({ subject, name, count, costUsd, windowShare }: Row): TemplateResult {
  const title = SUBJECT_TITLES[subject];
  return html`
    <article class="row" aria-label=${title} data-subject=${subject}>
      <h3>${title}<span class="name" title=${name}>${name}</span></h3>
      ${
        count === undefined
          ? html`<p class="tokens" role="status">counting…</p>`
          : html`
            <p class="tokens"><b>${formatTokensBare(count)}</b> ${count.tokens === 1 ? 'token' : 'tokens'} ${formatBand(count)}</p>
            <dl>
              <div><dt>Input cost</dt><dd>${markEstimate(formatUsd(costUsd), count)}</dd></div>
              <div><dt>Of window</dt><dd>${markEstimate(formatShare(windowShare), count)}</dd></div>
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

function renderSource({ rows, encoding, pricesDate }: Snapshot): TemplateResult {
  const count = rows.find((row) => row.count !== undefined)?.count;
  const accuracy = count === undefined ? '' : ` · ${formatAccuracy(count)}`;
  return html`<footer>${encoding}${accuracy} · prices of ${pricesDate} · input only, without cache</footer>`;
}
