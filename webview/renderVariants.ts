import { html, nothing, type TemplateResult } from 'lit';
import {
  formatPlural,
  formatShare,
  formatTime,
  formatTokens,
  formatUsd,
  markEstimate,
} from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Variants = ViewOf<'now'>['variants'];
type Card = Variants['cards'][number];
type Row = Variants['rows'][number];

/** Beside the model's name; each cell has its column's title, too, for where the page is too narrow for columns. */
const COLUMNS = [
  () => translate('Tokens of A'),
  () => translate('Tokens of B'),
  () => translate('Cost of A'),
  () => translate('Cost of B'),
  () => translate('Change'),
];

/** Two variants of the scope side by side: tokens and cost on each model, and how good the answers were, noted by hand. */
export function renderVariants(variants: Variants, send: Send): TemplateResult {
  const { cards, rows } = variants;
  return html`
    <section class="variants" aria-labelledby="variants-title">
      <h2 id="variants-title">${translate('Variants A and B')}</h2>
      ${cards.length < 2 ? html`<p class="empty">${translate('Keep the scope as A, change it, and keep it as B to compare them.')}</p>` : nothing}
      <div class="actions">
        <vscode-button appearance="secondary" @click=${() => send({ type: 'keepVariantA' })}>${translate('Keep as A')}</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'keepVariantB' })}>${translate('Keep as B')}</vscode-button>
        ${cards.length === 0 ? nothing : html`<vscode-button appearance="secondary" @click=${() => send({ type: 'clearVariants' })}>${translate('Forget Both')}</vscode-button>`}
      </div>
      ${cards.map((card) => renderCard(card, send))}
      ${rows.length === 0 ? nothing : renderComparison(variants)}
    </section>
  `;
}

function renderCard({ name, goal, fileCount, keptMs, quality }: Card, send: Send): TemplateResult {
  return html`
    <div class="variant">
      <span class="what"><b>${name}</b> · ${formatPlural(fileCount, 'file')} · ${formatTime(keptMs)}</span>
      <span class="name" title=${goal}>${goal === '' ? translate('no task') : goal}</span>
      <label>${translate('Quality of {0}, 0 to 10', name)}
        <input type="number" min="0" max="10" step="0.5" .value=${quality === undefined ? '' : String(quality)}
          @change=${(event: Event) => sendQuality(event, name, send)}>
      </label>
      <button type="button" class="link" @click=${() => send({ type: 'useVariant', name })}>${translate('Use {0} as the scope', name)}</button>
    </div>
  `;
}

function renderComparison({ rows, qualityChange }: Variants): TemplateResult {
  const [chosen] = rows;
  return html`
    <p role="status">${translate(
      'From A to B on the chosen model: cost {0}, quality {1}.',
      formatChange(chosen?.costChange),
      formatChange(qualityChange),
    )}</p>
    <table>
      <thead><tr><th scope="col">${translate('Model')}</th>${COLUMNS.map((column) => html`<th scope="col">${column()}</th>`)}</tr></thead>
      <tbody>${rows.map(renderRow)}</tbody>
    </table>
  `;
}

function renderRow({ label, isChosen, a, b, tokensChange, costChange }: Row): TemplateResult {
  const cost = (side: Row['a']) => markEstimate(formatUsd(side.costUsd), side.count);
  const cells = [
    formatTokens(a.count),
    formatTokens(b.count),
    cost(a),
    cost(b),
    formatChange(costChange ?? tokensChange),
  ];
  return html`<tr class=${isChosen ? 'chosen' : ''}>
    <th scope="row">${label}</th>${cells.map((cell, index) => html`<td data-label=${COLUMNS[index]?.() ?? ''}>${cell}</td>`)}
  </tr>`;
}

/** `−25 %`, `+10 %`, `unchanged`. */
function formatChange(change: number | undefined): string {
  if (change === undefined) return translate('unknown');
  if (change === 0) return translate('unchanged');
  return `${change < 0 ? '−' : '+'}${formatShare(Math.abs(change))}`;
}

function sendQuality({ target }: Event, name: Card['name'], send: Send): void {
  if (!(target instanceof HTMLInputElement) || !target.checkValidity()) return;
  send({ type: 'scoreVariant', name, quality: target.value === '' ? null : target.valueAsNumber });
}
