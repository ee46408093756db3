import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatInteger, formatPlural } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Builder = ViewOf<'now'>['builder'];
type Entry = NonNullable<Builder['suggestion']>['items'][number];

/** The slider moves in steps that double, from what holds one file to what holds a large window. */
const LEAST_LOG = 10;
const MOST_LOG = 20;
const STEPS_PER_DOUBLE = 4;

/** What would do for the task within the budget, and what was left out: nothing of it is in the scope before it is taken. */
export function renderSuggestion({ suggestion, budget }: Builder, send: Send): TemplateResult {
  return html`
    <section class="suggestion" aria-labelledby="suggestion-title">
      <h2 id="suggestion-title">${translate('Suggested scope')}</h2>
      <label class="budget">
        <span>${translate('Budget: {0} tokens', formatInteger(budget))}</span>
        <input type="range" aria-label=${translate('Token budget')} aria-valuetext=${formatPlural(budget, 'token')}
          min="0" max=${(MOST_LOG - LEAST_LOG) * STEPS_PER_DOUBLE} step="1" .value=${String(stepOf(budget))}
          @change=${(event: Event) => sendBudget(event, send)}>
      </label>
      <div class="actions">
        <vscode-button appearance="secondary" @click=${() => send({ type: 'suggestScope' })}>${translate('Suggest')}</vscode-button>
        ${
          suggestion === undefined
            ? nothing
            : html`
              <vscode-button appearance="secondary" ?disabled=${suggestion.items.length === 0}
                @click=${() => send({ type: 'acceptSuggestions' })}>${translate('Accept All that Fit')}</vscode-button>
              <vscode-button appearance="secondary" @click=${() => send({ type: 'dismissSuggestions' })}>${translate('Dismiss')}</vscode-button>
            `
        }
      </div>
      ${suggestion === undefined ? nothing : renderRows(suggestion, send)}
    </section>
  `;
}

function renderRows(suggestion: NonNullable<Builder['suggestion']>, send: Send): TemplateResult {
  const { items, leftOut, totalTokens, isComplete } = suggestion;
  return html`
    <p role="status">
      ${
        isComplete
          ? translate('{0} of {1} tokens', formatInteger(totalTokens), formatInteger(suggestion.budget))
          : translate(
              '{0} of {1} tokens, from the files that are read so far',
              formatInteger(totalTokens),
              formatInteger(suggestion.budget),
            )
      }
    </p>
    ${renderList(items, send)}
    ${
      leftOut.length === 0
        ? nothing
        : html`<details><summary>${translate('Left out ({0})', leftOut.length)}</summary>${renderList(leftOut, send)}</details>`
    }
  `;
}

function renderList(entries: readonly Entry[], send: Send): TemplateResult {
  return html`<ul class="items">${repeat(
    entries,
    ({ id }) => id,
    ({ id, label, detail, tokens, reason }) => html`
      <li>
        <input type="checkbox" aria-label=${translate('Take {0}', label)} .checked=${false} @change=${() => send({ type: 'takeSuggestion', id })}>
        <span class="item-name" title=${label}>${label}</span>
        <span class="item-tokens">${formatInteger(tokens)}</span>
        <span class="item-note">${detail === 'full' ? '' : `${translate(detail)} · `}${reason}</span>
      </li>
    `,
  )}</ul>`;
}

function stepOf(budget: number): number {
  return Math.round((Math.log2(budget) - LEAST_LOG) * STEPS_PER_DOUBLE);
}

/** To three digits: nobody thinks in powers of two. */
function sendBudget({ target }: Event, send: Send): void {
  if (!(target instanceof HTMLInputElement)) return;
  const budget = 2 ** (LEAST_LOG + Number(target.value) / STEPS_PER_DOUBLE);
  send({ type: 'setBudget', budget: Number(budget.toPrecision(3)) });
}
