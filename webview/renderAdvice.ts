import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatInteger, formatTokensInWords } from '../src/core/format.ts';
import { translate } from '../src/core/translate.ts';
import type { Send } from './send.ts';
import type { ViewOf } from './snapshot.ts';

type Advice = NonNullable<ViewOf<'now'>['advice']>;
type Entry = Advice['entries'][number];

/** What to change before sending, what may do harm first, each with its one action. */
export function renderAdvice(advice: Advice | undefined, send: Send): TemplateResult {
  return html`
    <section class="advice" aria-labelledby="advice-title">
      <h2 id="advice-title">${translate('Before you send')}</h2>
      ${advice === undefined ? html`<p class="empty" role="status">${translate('Looking at task and scope…')}</p>` : renderEntries(advice, send)}
    </section>
  `;
}

function renderEntries({ entries, more }: Advice, send: Send): TemplateResult {
  if (entries.length === 0) return html`<p class="empty">${translate('Nothing that we would change.')}</p>`;
  return html`
    <ul class="advice-list">${repeat(
      entries,
      ({ id }) => id,
      (entry) => renderEntry(entry, send),
    )}</ul>
    ${more === 0 ? nothing : html`<p>${translate('{0} more after these.', formatInteger(more))}</p>`}
  `;
}

function renderEntry(entry: Entry, send: Send): TemplateResult {
  const { check, title, where, action } = entry;
  return html`
    <li data-check=${check}>
      <p>${title}</p>
      ${renderTokens(entry)}
      ${where === '' ? nothing : html`<p class="where">${where}</p>`}
      ${action === undefined ? nothing : html`<vscode-button appearance="secondary" @click=${() => takeAdvice(entry, send)}>${action}</vscode-button>`}
    </li>
  `;
}

function renderTokens({ count, kind, formula }: Entry): TemplateResult | typeof nothing {
  if (count === undefined) return nothing;
  const tokens = formatTokensInWords(count);
  const known =
    kind === 'estimated' ? translate('{0}, estimated', tokens) : translate('{0}, measured', tokens);
  return html`<p class="advice-tokens" title=${formula ?? ''}>${known}</p>`;
}

/** A field of the task and a tab are shown here, everything else is done by the host. */
function takeAdvice({ id, field, tab }: Entry, send: Send): void {
  if (tab !== undefined) return send({ type: 'showTab', tab });
  if (field === undefined) return send({ type: 'takeAdvice', id });
  const box = document.querySelector<HTMLTextAreaElement>(`textarea[data-field="${field}"]`);
  box?.scrollIntoView({ block: 'center' });
  box?.focus();
}
