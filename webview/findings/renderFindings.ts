import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatName, formatUsd } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import { renderLogs } from '../renderLogs.ts';
import type { Send } from '../send.ts';
import type { Findings, ViewOf } from '../snapshot.ts';
import { renderEffects } from './renderEffects.ts';
import { renderFinding, type Say } from './renderFinding.ts';

/** What burnt tokens, from the logs: each finding with what shows it, what it cost, and what to do. */
export function renderFindings({ logs, findings }: ViewOf<'findings'>, send: Send): TemplateResult {
  return html`
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">${translate('Findings, from logs')}</h2>
      ${renderLogs(logs, send)}
      ${logs === undefined || logs.files === 0 ? nothing : renderKnown(findings, send)}
    </section>
  `;
}

function renderKnown(findings: Findings | undefined, send: Send): TemplateResult {
  if (findings === undefined)
    return html`<p role="status">${translate('Looking for waste in the logs…')}</p>`;
  const say: Say = (change) => send({ type: 'changeFindings', change });
  const { rows, moreRows } = findings;
  // A tab is shown in this very page, everything else is done by the host.
  const onAct = ({ id, action }: Findings['rows'][number]) => {
    say({ kind: 'act', id });
    if (action.kind === 'openPlanner') send({ type: 'showTab', tab: 'plan' });
  };
  return html`
    ${rows.length === 0 ? html`<p class="empty">${translate('No waste found in the logs that are known.')}</p>` : renderSums(findings)}
    ${renderEffects(findings.effects, say)}
    ${rows.map((row) => renderFinding(row, say, onAct))}
    ${moreRows === 0 ? nothing : html`<p>${translate('{0} smaller findings are not shown.', formatInteger(moreRows))}</p>`}
    ${renderMuted(findings.muted, say)}
    <p class="quality">${translate('Measured: every number comes from what the logs report. Estimated: it follows from sizes of texts, or from what would have been otherwise. The two are never added. Costs are list prices (API-equivalent).')}</p>
  `;
}

function renderSums({ measured, estimated, spentUsd }: Findings): TemplateResult {
  return html`
    <div class="scroll"><table class="sums">
      <thead><tr><th scope="col">${translate('What overlaps counts once')}</th><th scope="col">${translate('Cost')}</th><th scope="col">${translate('Tokens')}</th><th scope="col">${translate('Findings')}</th></tr></thead>
      <tbody>
        ${renderSum(translate('Measured'), measured)}
        ${renderSum(translate('Estimated'), estimated)}
        <tr><th scope="row">${translate('Spent on all')}</th><td>${formatUsd(spentUsd)}</td><td></td><td></td></tr>
      </tbody>
    </table></div>
  `;
}

function renderSum(title: string, { findings, tokens, costUsd }: Findings['measured']): TemplateResult {
  return html`<tr>
    <th scope="row">${title}</th><td>${formatUsd(costUsd)}</td><td>${formatInteger(tokens)}</td><td>${formatInteger(findings)}</td>
  </tr>`;
}

function renderMuted(muted: Findings['muted'], say: Say): TemplateResult | typeof nothing {
  if (muted.length === 0) return nothing;
  return html`
    <details class="muted">
      <summary>${translate('Not shown')}</summary>
      <ul>${muted.map((row) => html`<li>${renderMutedRow(row, say)}</li>`)}</ul>
    </details>
  `;
}

function renderMutedRow(row: Findings['muted'][number], say: Say): TemplateResult {
  switch (row.kind) {
    case 'detector':
      return renderAgain(row.label, () => say({ kind: 'unmuteDetector', detector: row.detector }));
    case 'project':
      return renderAgain(formatName(row.project), () => say({ kind: 'unmuteProject', project: row.project }));
    case 'notUseful':
      return renderAgain(translate('Not useful: {0}', formatInteger(row.count)), () =>
        say({ kind: 'restoreNotUseful' }),
      );
    default:
      return row satisfies never;
  }
}

function renderAgain(name: string, onShow: () => void): TemplateResult {
  return html`<span class="name" title=${name}>${name}</span>
    <vscode-button appearance="secondary" aria-label=${translate('Show again: {0}', name)} @click=${onShow}>${translate('Show Again')}</vscode-button>`;
}
