import { html, nothing, type TemplateResult } from 'lit';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Field = ViewOf<'plan'>['plan']['sections'][number]['fields'][number];

/** Typing is sent when it pauses. */
const PAUSE_MS = 250;

const pauses = new Map<string, ReturnType<typeof setTimeout>>();

/** A labelled input, with what is wrong with it below. */
export function renderPlanField(field: Field, send: Send): TemplateResult {
  const { id, label, problem } = field;
  return html`
    <div class="field">
      <label for=${inputId(id)}>${label}</label>
      ${field.choices === undefined ? renderInput(field, send) : renderSelect(field, field.choices, send)}
      ${problem === undefined ? nothing : html`<span class="problem" id=${problemId(id)} role="alert">${problem}</span>`}
    </div>
  `;
}

function renderInput({ id, value, problem }: Field, send: Send): TemplateResult {
  return html`<input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" maxlength="200" id=${inputId(id)} data-plan=${id}
    .value=${keepTyped(id, value)} aria-invalid=${problem !== undefined} aria-describedby=${problem === undefined ? nothing : problemId(id)}
    @input=${(event: Event) => sendSoon(id, event, send)} @change=${(event: Event) => sendNow(id, event, send)}>`;
}

function renderSelect(
  { id, value }: Field,
  choices: NonNullable<Field['choices']>,
  send: Send,
): TemplateResult {
  return html`<select id=${inputId(id)} data-plan=${id} @change=${(event: Event) => sendNow(id, event, send)}>
    ${choices.map((choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`)}
  </select>`;
}

function inputId(id: Field['id']): string {
  return `plan-${id}`;
}

function problemId(id: Field['id']): string {
  return `problem-${id}`;
}

/** The field in which somebody types is ahead of the host. */
function keepTyped(id: Field['id'], value: string): string {
  const { activeElement } = document;
  const isHere = activeElement instanceof HTMLInputElement && activeElement.dataset['plan'] === id;
  return isHere && pauses.has(id) ? activeElement.value : value;
}

function sendSoon(id: Field['id'], event: Event, send: Send): void {
  clearTimeout(pauses.get(id));
  pauses.set(
    id,
    setTimeout(() => sendNow(id, event, send), PAUSE_MS),
  );
}

function sendNow(id: Field['id'], { target }: Event, send: Send): void {
  clearTimeout(pauses.get(id));
  pauses.delete(id);
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
    send({ type: 'setPlan', inputs: { [id]: target.value } });
}
