import { html, nothing, type TemplateResult } from 'lit';
import { formatShare, formatTokens, formatUsd, markEstimate } from '../src/core/format.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Tier = NonNullable<ViewOf<'now'>['tier']>;
type Model = Tier['models'][number];

const TIER_WORDS: Record<Tier['tier'], string> = {
  think: 'Think: a strong model',
  execute: 'Execute: a middle model',
  bulk: 'Bulk: a small model',
  none: 'None: no model needed',
};

/** The cheapest tier that can do the task, with reasons, and its models with the price of this scope. */
export function renderTier(tier: Tier | undefined, send: Send): TemplateResult {
  return html`
    <section class="tier" aria-labelledby="tier-title">
      <h2 id="tier-title">Suggested tier</h2>
      ${tier === undefined ? html`<p class="empty">Say the goal of the task to see which tier it needs.</p>` : renderSuggested(tier, send)}
    </section>
  `;
}

function renderSuggested(suggested: Tier, send: Send): TemplateResult {
  const { tier, confidence, effort, mode, reasons, escalate, stages, models } = suggested;
  const work = tier === 'none' ? nothing : html` · effort ${effort} · ${mode} mode`;
  return html`
    <p><b>${TIER_WORDS[tier]}</b> · ${formatShare(confidence)} sure${work}</p>
    <ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
    ${escalate === undefined ? nothing : html`<p>${escalate}</p>`}
    ${
      stages.length === 0
        ? nothing
        : html`<p>In stages:</p><ol>${stages.map((stage) => html`<li><b>${stage.tier}</b>: ${stage.text}</li>`)}</ol>`
    }
    <div class="actions">${models.map((model) => renderModel(model, send))}</div>
  `;
}

function renderModel({ id, label, isChosen, count, costUsd }: Model, send: Send): TemplateResult {
  const cost = count === undefined ? '' : ` · ${markEstimate(formatUsd(costUsd), count)}`;
  const tokens = count === undefined ? '' : `${formatTokens(count)} tokens of scope`;
  return html`<vscode-button appearance="secondary" title=${tokens} ?disabled=${isChosen}
    @click=${() => send({ type: 'useModel', id })}>${isChosen ? 'Using ' : 'Use '}${label}${cost}</vscode-button>`;
}
