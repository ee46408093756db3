import { html, nothing, type TemplateResult } from 'lit';
import { formatInteger, formatName } from '../../src/core/format.ts';
import { translate } from '../../src/core/translate.ts';
import type { Findings } from '../snapshot.ts';
import { formatTime, type Say } from './renderFinding.ts';

type Effect = Findings['effects'][number];

const VERDICT_WORDS: Record<Effect['verdict'], () => string> = {
  worked: () => translate('worked'),
  partly: () => translate('partly'),
  noEffect: () => translate('no effect'),
  tooEarly: () => translate('too early to tell'),
};

/** What became of the actions: the same figure in the sessions before and after. */
export function renderEffects(effects: readonly Effect[], say: Say): TemplateResult | typeof nothing {
  if (effects.length === 0) return nothing;
  return html`
    <h3>${translate('What you did, measured again')}</h3>
    <div class="scroll" role="region" tabindex="0" aria-label=${translate('What you did, measured again')}>
      <table class="effects">
        <thead><tr><th scope="col">${translate('Kind of waste')}</th><th scope="col">${translate('Since')}</th><th scope="col">${translate('Tokens per call before')}</th><th scope="col">${translate('After')}</th><th scope="col">${translate('Effect')}</th><td></td></tr></thead>
        <tbody>${effects.map((effect) => renderEffect(effect, say))}</tbody>
      </table>
    </div>
  `;
}

function renderEffect(effect: Effect, say: Say): TemplateResult {
  const { detector, label, project, atMs, verdict, tokensPerCallBefore, tokensPerCallAfter, callsLeft } =
    effect;
  return html`<tr>
    <th scope="row">${label}${project === undefined ? nothing : html`<br><span class="note">${formatName(project)}</span>`}</th>
    <td>${formatTime(atMs)}</td><td>${formatFigure(tokensPerCallBefore)}</td><td>${formatFigure(tokensPerCallAfter)}</td>
    <td>${VERDICT_WORDS[verdict]()}${callsLeft === undefined ? nothing : html`<br><span class="note">${translate('calls still to come: {0}', formatInteger(callsLeft))}</span>`}</td>
    <td><vscode-button appearance="secondary" aria-label=${translate('Measure no more: {0}', label)} @click=${() => say({ kind: 'forgetAction', detector, atMs })}>${translate('Remove')}</vscode-button></td>
  </tr>`;
}

function formatFigure(tokens: number | undefined): string {
  return tokens === undefined ? translate('unknown') : formatInteger(tokens);
}
