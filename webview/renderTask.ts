import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Builder = ViewOf<'now'>['builder'];
type Field = keyof Builder['task'];

const FIELDS: readonly { field: Field; title: () => string; hint: () => string }[] = [
  {
    field: 'goal',
    title: () => translate('Goal'),
    hint: () => translate('What should be different afterwards?'),
  },
  {
    field: 'constraints',
    title: () => translate('Constraints'),
    hint: () => translate('What must not change?'),
  },
  {
    field: 'doneCriteria',
    title: () => translate('Done when'),
    hint: () => translate('A test, a command, an output'),
  },
  {
    field: 'filesToTouch',
    title: () => translate('Files to touch'),
    hint: () => translate('Which files may be edited?'),
  },
];
/** Typing is sent when it pauses. */
const PAUSE_MS = 250;

let pause: ReturnType<typeof setTimeout> | undefined;

/** What the model is asked to do: the head of what is copied. */
export function renderTask({ task, missing }: Builder, send: Send): TemplateResult {
  return html`
    <section class="task" aria-labelledby="task-title">
      <h2 id="task-title">${translate('Task')}</h2>
      ${FIELDS.map(({ field, title, hint }) => {
        const isMissing = missing.includes(field);
        return html`
          <label>
            <span>${title()}${isMissing ? html`<span class="missing"> · ${translate('missing')}</span>` : nothing}</span>
            <textarea data-field=${field} rows="2" placeholder=${hint()} .value=${keepTyped(field, task[field])}
              @input=${() => sendSoon(send)} @change=${() => sendNow(send)}></textarea>
          </label>
        `;
      })}
    </section>
  `;
}

/** The field in which somebody types is ahead of the host; one that was left for another part of the window is not. */
function keepTyped(field: Field, value: string): string {
  const { activeElement } = document;
  const isHere = activeElement instanceof HTMLTextAreaElement && activeElement.dataset['field'] === field;
  const isTyping = pause !== undefined || document.hasFocus();
  return isHere && isTyping ? activeElement.value : value;
}

function sendSoon(send: Send): void {
  clearTimeout(pause);
  pause = setTimeout(() => sendNow(send), PAUSE_MS);
}

function sendNow(send: Send): void {
  clearTimeout(pause);
  pause = undefined;
  const read = (field: Field) =>
    document.querySelector<HTMLTextAreaElement>(`textarea[data-field="${field}"]`)?.value ?? '';
  send({
    type: 'setTask',
    task: {
      goal: read('goal'),
      constraints: read('constraints'),
      doneCriteria: read('doneCriteria'),
      filesToTouch: read('filesToTouch'),
    },
  });
}
