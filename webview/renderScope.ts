import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatInteger, formatTokens } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Builder = ViewOf<'now'>['builder'];
type Item = Builder['items'][number];

/** The scope's items, each with its detail and tokens; changes go to the store that the Scope view draws too. */
export function renderScope(builder: Builder, send: Send): TemplateResult {
  const { items, moreItems, canUndo } = builder;
  return html`
    <section class="scope" aria-labelledby="scope-title">
      <div class="heading">
        <h2 id="scope-title">${translate('Scope')}</h2>
        ${renderNames(builder, send)}
      </div>
      ${
        items.length === 0
          ? html`<p class="empty">${translate('Empty: Copy Scoped Context takes the selection or the open file.')}</p>`
          : html`<ul class="items">${repeat(
              items,
              ({ id }) => id,
              (item) => renderItem(item, send),
            )}</ul>`
      }
      ${moreItems === 0 ? nothing : html`<p>${translate('{0} more in the Scope view.', formatInteger(moreItems))}</p>`}
      ${renderParts(builder)}
      <div class="actions">
        <vscode-button appearance="secondary" @click=${() => send({ type: 'addMore' })}>${translate('Add…')}</vscode-button>
        <vscode-button appearance="secondary" ?disabled=${!canUndo} @click=${() => send({ type: 'undoScopeChange' })}>${translate('Undo')}</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'saveScope' })}>${translate('Save As…')}</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'previewScopedContext' })}>${translate('Preview')}</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'saveScopedContext' })}>${translate('Save to File')}</vscode-button>
        <vscode-button appearance="secondary" @click=${() => send({ type: 'copyReferences' })}>${translate('Copy @References')}</vscode-button>
      </div>
    </section>
  `;
}

function renderNames({ scopeNames, activeScope }: Builder, send: Send): TemplateResult | typeof nothing {
  if (scopeNames.length < 2) return nothing;
  return html`
    <select aria-label=${translate('Scope')} @change=${(event: Event) => send({ type: 'switchScope', name: selectedValue(event) })}>
      ${scopeNames.map((name) => html`<option value=${name} .selected=${name === activeScope}>${name === '' ? translate('Unnamed') : name}</option>`)}
    </select>
  `;
}

function renderItem(item: Item, send: Send): TemplateResult {
  const { id, name, place, checked, stable, detail, details, count, note } = item;
  return html`
    <li class=${checked ? '' : 'left-out'}>
      <input type="checkbox" aria-label=${translate('Take {0}', name)} .checked=${checked}
        @change=${(event: Event) => send({ type: 'setChecked', id, checked: isOn(event) })}>
      <span class="item-name" title=${place === '' ? name : `${place}/${name}`}><span class="what">${name}</span><span class="name">${place}</span></span>
      <span class="item-tokens">${count === undefined ? '' : formatTokens(count)}</span>
      <span class="item-note">${note}</span>
      <span class="item-tools">
        <select aria-label=${translate('Detail of {0}', name)} ?disabled=${details.length < 2}
          @change=${(event: Event) => sendDetail(item, selectedValue(event), send)}>
          ${details.map((each) => html`<option value=${each} .selected=${each === detail}>${translate(each)}</option>`)}
        </select>
        <label title=${translate('Changes seldom: goes first, where a prompt cache can reuse it')}>
          <input type="checkbox" .checked=${stable} @change=${(event: Event) => send({ type: 'setStable', id, stable: isOn(event) })}>${translate('first')}
        </label>
        <button class="icon" aria-label=${translate('Remove {0}', name)} title=${translate('Remove')} @click=${() => send({ type: 'removeItem', id })}>✕</button>
      </span>
    </li>
  `;
}

/** Where the part ends that a provider's prompt cache can reuse. */
function renderParts({ parts }: Builder): TemplateResult | typeof nothing {
  if (parts === undefined) return nothing;
  const [stable, volatile] = [formatTokens(parts.stable), formatTokens(parts.volatile)];
  return html`<p class="parts">${translate('Stable first: {0} tokens, then {1} that change often.', stable, volatile)}</p>`;
}

function sendDetail({ id, details }: Item, value: string, send: Send): void {
  const detail = details.find((each) => each === value);
  if (detail !== undefined) send({ type: 'setDetail', id, detail });
}

function selectedValue({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}

function isOn({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}
