import { html, nothing, type TemplateResult } from 'lit';
import { formatShare, formatTokens, formatUsd, markEstimate } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import { renderStages } from './renderStages.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Tier = NonNullable<ViewOf<'now'>['tier']>;
type Model = Tier['models'][number];

const TIER_WORDS: Record<Tier['tier'], () => string> = {
  think: () => translate('Think: a strong model'),
  execute: () => translate('Execute: a middle model'),
  bulk: () => translate('Bulk: a small model'),
  none: () => translate('None: no model needed'),
};

/** The cheapest tier that can do the task, with reasons, and its models with the price of this scope. */
export function renderTier(tier: Tier | undefined, send: Send): TemplateResult {
  return html`
    <section class="tier" aria-labelledby="tier-title">
      <h2 id="tier-title">${translate('Suggested tier')}</h2>
      ${tier === undefined ? html`<p class="empty">${translate('Say the goal of the task to see which tier it needs.')}</p>` : renderSuggested(tier, send)}
    </section>
  `;
}

function renderSuggested(suggested: Tier, send: Send): TemplateResult {
  const { tier, confidence, effort, mode, reasons, escalate, stages, models } = suggested;
  const sure = translate('{0} sure', formatShare(confidence));
  const work =
    tier === 'none' ? '' : ` · ${translate('effort {0}, {1} mode', translate(effort), translate(mode))}`;
  return html`
    <p><b>${TIER_WORDS[tier]()}</b> · ${sure}${work}</p>
    <ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
    ${escalate === undefined ? nothing : html`<p>${escalate}</p>`}
    ${stages === undefined ? nothing : renderStages(stages)}
    <div class="actions">${models.map((model) => renderModel(model, send))}</div>
  `;
}

function renderModel({ id, label, isChosen, count, costUsd }: Model, send: Send): TemplateResult {
  const cost = count === undefined ? '' : ` · ${markEstimate(formatUsd(costUsd), count)}`;
  const tokens = count === undefined ? '' : translate('{0} tokens of scope', formatTokens(count));
  return html`<vscode-button appearance="secondary" title=${tokens} ?disabled=${isChosen}
    @click=${() => send({ type: 'useModel', id })}>${isChosen ? translate('Using {0}', label) : translate('Use {0}', label)}${cost}</vscode-button>`;
}
