import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatName, formatShare, formatUsd } from '../../src/core/format.ts';
import { currentLanguage, translate } from '../../src/core/translate.ts';
import type { FindingsChange } from '../../src/protocol/findingsSchema.ts';
import type { Findings } from '../snapshot.ts';

export type Say = (change: FindingsChange) => void;
type Row = Findings['rows'][number];
type Item = Row['items'][number];

const SEVERITY_WORDS: Record<Row['severity'], () => string> = {
  high: () => translate('high'),
  medium: () => translate('medium'),
  low: () => translate('low'),
};
const KIND_WORDS: Record<Row['kind'], () => string> = {
  measured: () => translate('measured'),
  estimated: () => translate('estimated'),
};
/** What the button for an action says. */
const ACTION_WORDS: Record<Row['action']['kind'], () => string> = {
  addToScope: () => translate('Add to Scope'),
  suggestScope: () => translate('Suggest Scope'),
  split: () => translate('Begin a New Scope'),
  reduce: () => translate('Reduce Clipboard'),
  writeInstructions: () => translate('Open Instructions with It'),
  changeModel: () => translate('Change Model'),
  openPlanner: () => translate('Open Planner'),
  openAgentSettings: () => translate('Open Agent Settings'),
  openTerminal: () => translate('Open a Terminal'),
};

/** A finding: title and cost at once, what shows it when it is opened. All names come from logs and are text only. */
export function renderFinding(row: Row, say: Say, onAct: (row: Row) => void): TemplateResult {
  const { id, title, severity, kind, costUsd } = row;
  return html`
    <details class="finding" data-finding=${id}>
      <summary>
        <span class="severity ${severity}">${SEVERITY_WORDS[severity]()}</span>
        <span class="title">${formatName(title)}</span>
        <span class="amount"><b>${formatUsd(costUsd)}</b> ${KIND_WORDS[kind]()}</span>
      </summary>
      ${renderEvidence(row)}
      ${renderActions(row, say, onAct)}
    </details>
  `;
}

function renderEvidence({
  label,
  tokens,
  formula,
  confidence,
  project,
  sessionId,
  sessions,
  calls,
  ...row
}: Row) {
  const where =
    sessionId === undefined ? translate('{0} sessions', formatInteger(sessions)) : formatName(sessionId);
  return html`
    <dl>
      <div><dt>${translate('Kind of waste')}</dt><dd>${label}</dd></div>
      <div><dt>${translate('Tokens')}</dt><dd>${formatInteger(tokens)}</dd></div>
      <div><dt>${translate('How it is computed')}</dt><dd>${formatName(formula)}</dd></div>
      <div><dt>${translate('Confidence')}</dt><dd>${formatShare(confidence)}</dd></div>
      <div><dt>${translate('Project')}</dt><dd>${project === undefined ? translate('unknown') : formatName(project)}</dd></div>
      <div><dt>${translate('Session')}</dt><dd>${where}</dd></div>
      <div><dt>${translate('Calls that paid for it')}</dt><dd>${formatInteger(calls)}</dd></div>
      <div><dt>${translate('When')}</dt><dd>${formatTime(row.firstMs)} – ${formatTime(row.lastMs)}</dd></div>
    </dl>
    <div class="scroll" role="region" tabindex="0" aria-label=${translate('What')}>
      <table>
        <thead><tr><th scope="col">${translate('What')}</th><th scope="col">${translate('Tokens')}</th><th scope="col">${translate('When')}</th></tr></thead>
        <tbody>${row.items.map(renderItem)}</tbody>
      </table>
    </div>
    ${row.moreItems === 0 ? nothing : html`<p>${translate('and {0} more', formatInteger(row.moreItems))}</p>`}
  `;
}

function renderItem({ name, firstLine, lastLine, timesMs, tokens, note }: Item): TemplateResult {
  const lines = firstLine === undefined ? '' : `:${firstLine}${lastLine === undefined ? '' : `–${lastLine}`}`;
  return html`<tr>
    <th scope="row" title=${name}>${formatName(name)}${lines}${note === undefined ? nothing : html`<br><span class="note">${formatName(note)}</span>`}</th>
    <td>${tokens === undefined ? '–' : formatInteger(tokens)}</td>
    <td>${timesMs.map(formatTime).join(', ')}</td>
  </tr>`;
}

function renderActions(row: Row, say: Say, onAct: (row: Row) => void): TemplateResult {
  const { id, action, project } = row;
  return html`
    <p class="advice">${action.text}.</p>
    <div class="actions">
      <vscode-button @click=${() => onAct(row)}>${ACTION_WORDS[action.kind]()}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => say({ kind: 'take', id })}>${translate('Done: Measure Again')}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => say({ kind: 'notUseful', id })}>${translate('Not Useful')}</vscode-button>
      <vscode-button appearance="secondary" @click=${() => say({ kind: 'muteDetector', id })}>${translate('Mute This Kind')}</vscode-button>
      ${project === undefined ? nothing : html`<vscode-button appearance="secondary" @click=${() => say({ kind: 'muteProject', id })}>${translate('Mute This Project')}</vscode-button>`}
    </div>
  `;
}

export function formatTime(timestampMs: number): string {
  return new Date(timestampMs).toLocaleString(currentLanguage(), { dateStyle: 'short', timeStyle: 'short' });
}
