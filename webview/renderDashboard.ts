import { html, type TemplateResult } from 'lit';
import { formatInteger, formatUsd } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import { renderCost } from './cost/renderCost.ts';
import { renderData } from './data/renderData.ts';
import { renderFindings } from './findings/renderFindings.ts';
import { renderBudgets } from './renderBudgets.ts';
import { renderNow } from './renderNow.ts';
import { renderPlan } from './renderPlan.ts';
import { renderTabs, TAB_PANEL_ID, tabId } from './renderTabs.ts';
import type { Send } from './send.ts';
import type { Snapshot } from './snapshot.ts';
import { renderTargets } from './targets/renderTargets.ts';

/** The whole dashboard for one snapshot; before the first one it says that it waits. */
export function renderDashboard(snapshot: Snapshot | undefined, send: Send): TemplateResult {
  if (snapshot === undefined)
    return html`<p class="empty" role="status">${translate('Waiting for the first count…')}</p>`;
  const { tab } = snapshot.view;
  return html`
    <main>
      ${renderModel(snapshot, send)}
      ${renderTabs(tab, send)}
      <div role="tabpanel" id=${TAB_PANEL_ID} aria-labelledby=${tabId(tab)}>${renderView(snapshot, send)}</div>
    </main>
  `;
}

function renderView({ view, ...meter }: Snapshot, send: Send): TemplateResult {
  switch (view.tab) {
    case 'now':
      return renderNow(view, meter, send);
    case 'plan':
      return renderPlan(view.plan, send);
    case 'cost':
      return html`${renderBudgets(view, send)}${renderCost(view, send)}`;
    case 'findings':
      return renderFindings(view, send);
    case 'targets':
      return renderTargets(view, send);
    case 'data':
      return renderData(view, send);
    default:
      return view satisfies never;
  }
}

function renderModel({ model }: Snapshot, send: Send): TemplateResult {
  const { contextWindow, inputPricePerMillion: price } = model;
  return html`
    <header>
      <div class="model">
        <h2>${model.label}</h2>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'chooseModel' })}>${translate('Change Model')}</vscode-button>
      </div>
      <p>${price === undefined ? translate('unpriced') : translate('{0} per million input tokens', formatUsd(price))}</p>
      <p>${
        contextWindow === undefined
          ? translate('Context window: unknown')
          : translate('Context window: {0} tokens', formatInteger(contextWindow))
      }</p>
    </header>
  `;
}
