import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../src/core/translate.ts';
import { renderPlanBands } from './renderPlanBands.ts';
import { renderPlanCurve } from './renderPlanCurve.ts';
import { renderPlanField } from './renderPlanField.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Plan = ViewOf<'plan'>['plan'];
type Section = Plan['sections'][number];
type Outcome = NonNullable<Section['outcome']>;
type Table = NonNullable<Outcome['tables']>[number];

/** What the work would cost: each question with its inputs and what follows from them. */
export function renderPlan({ origin, isTyped, sections }: Plan, send: Send): TemplateResult {
  return html`
    <div class="plan">
      <p>${origin} ${translate('List prices; with a subscription they are only the equivalent.')}</p>
      <div class="actions">
        <vscode-button appearance="secondary" ?disabled=${!isTyped} @click=${() => send({ type: 'resetPlan' })}
        >${translate('Start from the Scope Again')}</vscode-button>
      </div>
      <div class="sections">${sections.map((section) => renderSection(section, send))}</div>
    </div>
  `;
}

function renderSection({ id, title, fields, outcome }: Section, send: Send): TemplateResult {
  const titleId = `plan-${id}-title`;
  return html`
    <section data-section=${id} aria-labelledby=${titleId}>
      <h2 id=${titleId}>${title}</h2>
      <div class="fields">${fields.map((field) => renderPlanField(field, send))}</div>
      <div role="status">${
        outcome === undefined
          ? html`<p class="problem">${translate('Mend the marked fields to see what it comes to.')}</p>`
          : renderOutcome(outcome)
      }</div>
    </section>
  `;
}

function renderOutcome({ results = [], curve, bands, tables = [], notes = [] }: Outcome): TemplateResult {
  return html`
    ${
      results.length === 0
        ? nothing
        : html`<dl class="results">${results.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    }
    ${curve === undefined ? nothing : renderPlanCurve(curve)}
    ${bands === undefined ? nothing : renderPlanBands(bands)}
    ${tables.map(renderTable)}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  `;
}

function renderTable({ caption, columns, rows }: Table): TemplateResult {
  return html`
    <table>
      <caption>${caption}</caption>
      <thead><tr>${columns.map((column) => (column === '' ? html`<td></td>` : html`<th scope="col">${column}</th>`))}</tr></thead>
      <tbody>${rows.map(
        ([head, ...cells]) =>
          html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}</tbody>
    </table>
  `;
}
