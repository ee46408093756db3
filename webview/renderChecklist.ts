import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatInteger } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type List = ViewOf<'now'>['checklist'][number];
type Row = List['items'][number];

const STATE_WORDS: Record<Row['state'], () => string> = {
  done: () => translate('done'),
  open: () => translate('open'),
  unknown: () => translate('not known yet'),
  byHand: () => translate('by hand'),
};

/** The checklist of the task, and folded up those to set up once and of each month. */
export function renderChecklist(
  [first, ...more]: readonly List[],
  send: Send,
): TemplateResult | typeof nothing {
  if (first === undefined) return nothing;
  const hasTicks = first.items.some(({ isTicked }) => isTicked);
  return html`
    <section class="checklist" aria-labelledby="checklist-title">
      <div class="heading">
        <h2 id="checklist-title">${translate('Checklist')}</h2>
        <span role="status">${progressOf(first)}</span>
        ${
          hasTicks
            ? html`<vscode-button appearance="secondary" @click=${() => send({ type: 'resetChecklist' })}>${translate('Take Ticks Back')}</vscode-button>`
            : nothing
        }
      </div>
      ${renderRows(first, send)}
      ${more.map(
        (list) =>
          html`<details><summary>${list.title} · ${progressOf(list)}</summary>${renderRows(list, send)}</details>`,
      )}
    </section>
  `;
}

function progressOf({ doneCount, items }: List): string {
  return translate('{0} of {1} done', formatInteger(doneCount), formatInteger(items.length));
}

function renderRows({ items, title }: List, send: Send): TemplateResult {
  return html`<ul class="checks" aria-label=${title}>${repeat(
    items,
    ({ id }) => id,
    (row) => renderRow(row, send),
  )}</ul>`;
}

/** What is done by itself cannot be ticked; everything else can, for software does not see all. */
function renderRow({ id, title, hint, state, reason, isTicked, action }: Row, send: Send): TemplateResult {
  const isDone = state === 'done';
  const label = isTicked ? translate('ticked by hand') : STATE_WORDS[state]();
  return html`
    <li data-state=${state}>
      <input type="checkbox" id=${`check-${id}`} aria-describedby=${`reason-${id}`} .checked=${isDone} ?disabled=${isDone && !isTicked}
        @change=${(event: Event) => sendTick(event, id, send)}>
      <label for=${`check-${id}`} title=${hint}>${title}</label>
      <span class="check-state">${label}</span>
      <span class="check-reason" id=${`reason-${id}`}>${reason}</span>
      ${
        isDone
          ? nothing
          : html`<button type="button" class="link" aria-label=${translate('{0}: {1}', title, action)}
              @click=${() => send({ type: 'actOnItem', item: id })}>${action}</button>`
      }
    </li>
  `;
}

function sendTick({ target }: Event, item: Row['id'], send: Send): void {
  if (target instanceof HTMLInputElement) send({ type: 'setTick', item, isTicked: target.checked });
}
